using ActorKube.Actors.Shared;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Storage;

/// <summary>A claim that changes is the concern of the volumes that are, or were, its own, and of the pods that wait for it.</summary>
internal sealed class ClaimChangeWakeRule : IWakeRule
{
    public string? Resource => Resources.PersistentVolumeClaims;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        var key = change.Object.Key;
        foreach (var volume in VolumeIndexes.VolumesFor(snapshot, key.Namespace, key.Name))
        {
            wake.Add(volume.Key);
        }

        WaitingForClaim.AddTo(snapshot, key, wake);
    }
}
