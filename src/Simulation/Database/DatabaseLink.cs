using ActorKube.Engine.Journals;
using ActorKube.Simulation.Network;

namespace ActorKube.Simulation.Database;

/// <summary>One host's connection to the database.</summary>
internal sealed class DatabaseLink(SimulatedNetwork network, string self, TimeProvider time)
{
    /// <summary>After this a host takes the database for unreachable.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public Task<T> CallAsync<T>(Func<Task<T>> call) => CallAsync(call, Patience);

    /// <exception cref="JournalUnavailableException">There was no answer in time: whether the database did what it was asked for is unknown.</exception>
    public async Task<T> CallAsync<T>(Func<Task<T>> call, TimeSpan patience)
    {
        var calling = network.AskAsync(self, SimulatedNetwork.Database, () => AnswerAsync(call));
        await Task.WhenAny(calling, Task.Delay(patience, time));
        var answer = calling.IsCompletedSuccessfully ? calling.Result : throw new JournalUnavailableException("The database doesn't answer.", outcomeUnknown: true);
        return answer.Refusal is { } refusal ? throw refusal : answer.Value!;
    }

    private static async Task<(T? Value, JournalUnavailableException? Refusal)> AnswerAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return (await call(), null);
        }
        catch (JournalUnavailableException e)
        {
            // A refusal is an answer and has to travel like any other.
            return (default, e);
        }
    }
}
