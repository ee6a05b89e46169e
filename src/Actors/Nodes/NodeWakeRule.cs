using ActorKube.Actors.Shared;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Nodes;

/// <summary>A node's heartbeat is its lease.</summary>
internal sealed class NodeWakeRule : IWakeRule
{
    public string? Resource => Resources.Leases;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        if (change.Object.Key.Namespace == "kube-node-lease")
        {
            wake.Add(new ObjectKey(Resources.Nodes, "", change.Object.Key.Name));
        }
    }
}
