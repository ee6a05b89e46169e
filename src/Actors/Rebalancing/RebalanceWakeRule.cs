using ActorKube.Actors.Shared;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Rebalancing;

/// <summary>A workload that begins to ask for it concerns all nodes: they begin to look. One that goes on asking doesn't, for they look again by themselves.</summary>
/// <param name="resource">One of <see cref="MovableWorkloads.Kinds"/>.</param>
internal sealed class RebalanceWakeRule(string resource) : IWakeRule
{
    public string? Resource => resource;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        if (change.Type == ObjectEventType.Deleted || !MovableWorkloads.Asks(change.Object) || (change.Previous is { } previous && MovableWorkloads.Asks(previous)))
        {
            return;
        }

        foreach (var node in snapshot.List(Resources.Nodes))
        {
            wake.Add(node.Key);
        }
    }
}
