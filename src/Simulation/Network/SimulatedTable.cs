using ActorKube.Engine.Journals;
using ActorKube.Engine.Membership;

namespace ActorKube.Simulation.Network;

/// <summary>One host's way to the membership table of the simulated database. What is lost on the way there didn't happen; what is lost on the way back did, and the host can't tell.</summary>
internal sealed class SimulatedTable(IMembershipTable table, SimulatedNetwork network, string self, TimeProvider time) : IMembershipTable
{
    /// <summary>After this a host takes the database for unreachable.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public Task<TableReading> ReadAsync(CancellationToken cancellationToken = default) => CallAsync(() => table.ReadAsync(CancellationToken.None));

    public Task<bool> TryWriteAsync(Member row, long expectedVersion, CancellationToken cancellationToken = default) =>
        CallAsync(() => table.TryWriteAsync(row, expectedVersion, CancellationToken.None));

    public Task<bool> TryRemoveAsync(string name, long expectedVersion, CancellationToken cancellationToken = default) =>
        CallAsync(() => table.TryRemoveAsync(name, expectedVersion, CancellationToken.None));

    public Task<long?> RenewAsync(MemberId member, TimeSpan lease, CancellationToken cancellationToken = default) =>
        CallAsync(() => table.RenewAsync(member, lease, CancellationToken.None));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        var calling = ThereAndBackAsync(call);
        await Task.WhenAny(calling, Task.Delay(Patience, time));
        return calling.IsCompletedSuccessfully ? calling.Result : throw new JournalUnavailableException("The database doesn't answer.", outcomeUnknown: true);
    }

    private async Task<T> ThereAndBackAsync<T>(Func<Task<T>> call)
    {
        if (await network.TravelAsync(self, SimulatedNetwork.Database))
        {
            var result = await call();
            if (await network.TravelAsync(SimulatedNetwork.Database, self))
            {
                return result;
            }
        }

        return await new TaskCompletionSource<T>().Task;
    }
}
