using ActorKube.Actors.Catalog;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Nodes;

/// <summary>The end of a node, and taints that evict, concern the pods on it.</summary>
internal sealed class TaintWakeRule : IWakeRule
{
    public string? Resource => Resources.Nodes;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        if (change.Type != ObjectEventType.Modified || !Evicting(change.Object).SequenceEqual(Evicting(change.Previous)))
        {
            foreach (var pod in snapshot.Lookup(Resources.Pods, ViewIndexes.PodsByNode, change.Object.Key.Name))
            {
                wake.Add(pod.Key);
            }
        }
    }

    private static IEnumerable<(string, string?)> Evicting(StoredObject? node) =>
        node?.Read<Node>().Spec.Taints?.Where(static t => t.Effect == TaintKeys.NoExecute || t.Key == TaintKeys.OutOfService).Select(static t => (t.Key, t.Value)) ?? [];
}
