using ActorKube.Actors.Shared;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Storage;

/// <summary>A class that comes, or becomes the default, is what claims may wait for, and the pods that want them.</summary>
internal sealed class StorageClassWakeRule : IWakeRule
{
    public string? Resource => Resources.StorageClasses;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        foreach (var claim in VolumeIndexes.Waiting(snapshot, change.Object.Key.Name).Concat(VolumeIndexes.WaitingForDefault(snapshot)))
        {
            wake.Add(claim.Key);
            WaitingForClaim.AddTo(snapshot, claim.Key, wake);
        }
    }
}
