using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Shared;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Workloads.DaemonSets;

/// <summary>A node that comes, goes, or changes its labels or taints concerns those DaemonSets for which that makes a difference.</summary>
internal sealed class DaemonNodeWakeRule : IWakeRule
{
    public string? Resource => Resources.Nodes;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        var before = change.Type == ObjectEventType.Added ? null : (change.Previous ?? change.Object).Read<Node>();
        var now = change.Type == ObjectEventType.Deleted ? null : change.Object.Read<Node>();
        if (before is not null && now is not null && change.Object.Header.Labels.SequenceEqual(change.Previous!.Header.Labels)
            && (before.Spec.Taints ?? []).SequenceEqual(now.Spec.Taints ?? []))
        {
            return;
        }

        var (former, present) = (Facts(before), Facts(now));
        foreach (var stored in snapshot.List(Resources.DaemonSets))
        {
            var fits = new NodeFits(stored.Read<DaemonSet>());
            if (Fit(fits, former) != Fit(fits, present))
            {
                wake.Add(stored.Key);
            }
        }
    }

    private static NodeFacts? Facts(Node? node) => node is null ? null : NodeFacts.Of(node);

    private static NodeFit Fit(NodeFits fits, NodeFacts? node) => node is null ? default : fits.Of(node);
}
