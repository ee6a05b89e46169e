using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Quantities;
using ActorKube.Api.Selectors;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Storage;

/// <summary>
/// The volume for a claim: one that is kept for it; if none, of those that are available and can do all that it asks for those that can do the least besides, and of
/// these the smallest. A claim of 3Gi that has the choice of 5Gi and 10Gi takes the former. Follows <c>kubernetes.io/docs/concepts/storage/persistent-volumes/#binding</c>.
/// </summary>
internal static class VolumeChoice
{
    public static StoredObject? Find(ViewSnapshot view, PersistentVolumeClaim claim) => Reserved(view, claim) ?? Good(view, claim).FirstOrDefault();

    /// <summary>The volume that is kept for the claim, by a person or by a binding that was broken off.</summary>
    public static StoredObject? Reserved(ViewSnapshot view, PersistentVolumeClaim claim) =>
        VolumeIndexes.VolumesFor(view, claim.Metadata.Namespace ?? "", claim.Metadata.Name ?? "").FirstOrDefault(s =>
            s.Read<PersistentVolume>() is { Metadata.DeletionTimestamp: null } volume
            && VolumeFacts.IsFor(volume, claim) && VolumeFacts.IsSameMode(volume, claim) && VolumeFacts.SizeOf(volume).CompareTo(VolumeFacts.SizeOf(claim)) >= 0);

    /// <summary>Whether the claim may take a volume that is nobody's.</summary>
    public static bool IsGood(PersistentVolume volume, PersistentVolumeClaim claim, LabelQuery? selector) =>
        volume is { Metadata.DeletionTimestamp: null, Spec.ClaimRef: null, Status.Phase: "Available" }
        && VolumeFacts.Mismatch(volume, claim) is null
        && selector?.Matches(volume.Metadata.Labels) != false;

    /// <summary>Null for a claim that takes any.</summary>
    public static LabelQuery? SelectorOf(PersistentVolumeClaim claim) => claim.Spec.Selector is { } selector ? WorkloadSelectors.Query(selector) ?? LabelQuery.Nothing : null;

    /// <summary>Those that the claim may take, the best first.</summary>
    public static IEnumerable<StoredObject> Good(ViewSnapshot view, PersistentVolumeClaim claim)
    {
        var selector = SelectorOf(claim);
        return VolumeIndexes.Unclaimed(view, VolumeFacts.ClassOf(claim))
            .Where(s => IsGood(s.Read<PersistentVolume>(), claim, selector))
            .OrderBy(static s => Rank(s.Read<PersistentVolume>()));
    }

    private static (int Modes, Quantity Size) Rank(PersistentVolume volume) => (volume.Spec.AccessModes?.Count ?? 0, VolumeFacts.SizeOf(volume));
}
