using System.Collections.Immutable;
using ActorKube.Actors.Storage;
using ActorKube.Api.Core;
using ActorKube.Api.Storage;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Scheduling.Volumes;

/// <summary>A claim that gets its volume where its pod goes.</summary>
/// <param name="Stored">The claim as it was seen.</param>
/// <param name="Claim">The same, read.</param>
/// <param name="Class">Who could make a volume.</param>
/// <param name="Reserved">The volume that it is getting already.</param>
/// <param name="Volumes">Those that it could have, the best first.</param>
internal sealed record DelayedClaim(StoredObject Stored, PersistentVolumeClaim Claim, StorageClass Class, StoredObject? Reserved, ImmutableArray<StoredObject> Volumes)
{
    /// <summary>The node for which a volume is being made.</summary>
    public string? SelectedNode => Claim.Metadata.Annotations?.GetValueOrDefault(VolumeAnnotations.SelectedNode);

    public static DelayedClaim Of(StoredObject stored, PersistentVolumeClaim claim, ViewSnapshot view)
    {
        var reserved = VolumeChoice.Reserved(view, claim);
        return new DelayedClaim(
            stored, claim, StorageClasses.Find(view, VolumeFacts.ClassOf(claim))!, reserved, reserved is null ? [.. VolumeChoice.Good(view, claim)] : [reserved]);
    }
}
