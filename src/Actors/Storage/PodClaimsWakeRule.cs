using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Storage;

/// <summary>A pod that is gone may have been the last to hold its claims.</summary>
internal sealed class PodClaimsWakeRule : IWakeRule
{
    public string? Resource => Resources.Pods;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        if (change.Type != ObjectEventType.Deleted)
        {
            return;
        }

        foreach (var name in PodClaims.Names(change.Object.Read<Pod>()))
        {
            wake.Add(new ObjectKey(Resources.PersistentVolumeClaims, change.Object.Key.Namespace, name));
        }
    }
}
