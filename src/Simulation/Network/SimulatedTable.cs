using ActorKube.Engine.Membership;
using ActorKube.Simulation.Database;

namespace ActorKube.Simulation.Network;

/// <summary>One host's way to the membership table of the simulated database. What is lost on the way there didn't happen; what is lost on the way back did, and the host can't tell.</summary>
internal sealed class SimulatedTable(IMembershipTable table, DatabaseLink link) : IMembershipTable
{
    public Task<TableReading> ReadAsync(CancellationToken cancellationToken = default) => link.CallAsync(() => table.ReadAsync(CancellationToken.None));

    public Task<bool> TryWriteAsync(Member row, long expectedVersion, CancellationToken cancellationToken = default) =>
        link.CallAsync(() => table.TryWriteAsync(row, expectedVersion, CancellationToken.None));

    public Task<bool> TryRemoveAsync(string name, long expectedVersion, CancellationToken cancellationToken = default) =>
        link.CallAsync(() => table.TryRemoveAsync(name, expectedVersion, CancellationToken.None));

    public Task<long?> RenewAsync(MemberId member, TimeSpan lease, CancellationToken cancellationToken = default) =>
        link.CallAsync(() => table.RenewAsync(member, lease, CancellationToken.None));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
