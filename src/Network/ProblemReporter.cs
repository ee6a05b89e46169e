using ActorKube.Api.Kinds;
using ActorKube.Engine.Events;
using ActorKube.Engine.Views;

namespace ActorKube.Network;

/// <summary>Tells objects' owners what can't be done: a Warning Event when it begins, not whenever it is looked at. Not thread-safe.</summary>
/// <param name="component">In whose name.</param>
public sealed class ProblemReporter(ObjectView view, IEventRecorder events, string nodeName, string component)
{
    private HashSet<Problem> _told = [];

    /// <summary>How many there are, as far as was told. Thread-safe.</summary>
    public int Count => Volatile.Read(ref _told).Count;

    /// <param name="problems">All that there are now.</param>
    public void Tell(IEnumerable<Problem> problems)
    {
        var now = problems.ToHashSet();
        var snapshot = view.Snapshot();
        foreach (var problem in now.Except(_told))
        {
            if (snapshot.Get(problem.Regarding) is { } stored)
            {
                var regarding = ObjectReferences.To(BuiltInKinds.Registry.Stored(problem.Regarding.Resource), stored);
                events.Record(regarding, "Warning", problem.Reason, problem.Message, component, nodeName);
            }
        }

        Volatile.Write(ref _told, now);
    }
}
