using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Workloads;

/// <summary>
/// Wakes the owners of a pod, but not for its being put on a node, which changes nothing for them: of 10,000 pods that a ReplicaSet makes, each is bound, and each
/// wake-up costs it a look at all.
/// </summary>
internal sealed class PodOwnerWakeRule(IWakeRule owners) : IWakeRule
{
    public string? Resource => Resources.Pods;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        if (change.Type != ObjectEventType.Modified || !IsBinding(change.Previous!.Read<Pod>(), change.Object.Read<Pod>()))
        {
            owners.Wake(change, snapshot, wake);
        }
    }

    private static bool IsBinding(Pod before, Pod now) =>
        string.IsNullOrEmpty(before.Spec.NodeName) && !string.IsNullOrEmpty(now.Spec.NodeName) && before.Metadata.DeletionTimestamp == now.Metadata.DeletionTimestamp;
}
