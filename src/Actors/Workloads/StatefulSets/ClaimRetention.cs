using ActorKube.Actors.Shared;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;

namespace ActorKube.Actors.Workloads.StatefulSets;

/// <summary>
/// What becomes of claims when their pods go for good, said by who owns them: the set, so that they go with it; the pod, once it is surplus, so that they go
/// with that; or nobody. Garbage collection does the rest. Follows "PersistentVolumeClaim retention" of
/// <c>kubernetes.io/docs/concepts/workloads/controllers/statefulset</c>.
/// </summary>
internal static class ClaimRetention
{
    public static bool GoesWithTheSet(StatefulSet set) => set.Spec.PersistentVolumeClaimRetentionPolicy?.WhenDeleted == ClaimRetentionPolicies.Delete;

    public static bool GoesWhenScaled(StatefulSet set) => set.Spec.PersistentVolumeClaimRetentionPolicy?.WhenScaled == ClaimRetentionPolicies.Delete;

    /// <summary>The claim still belongs to a former pod of this name, and will go with it: its successor has to wait.</summary>
    public static bool IsOfFormerPod(PersistentVolumeClaim claim, string podName) =>
        claim.Metadata.OwnerReferences?.Any(o => o is { ApiVersion: "v1", Kind: "Pod" } && o.Name == podName) == true;

    /// <summary>The claim as it should be owned; null if it is.</summary>
    /// <param name="surplus">The pod is outside the set's range: it is about to go.</param>
    public static PersistentVolumeClaim? Corrected(PersistentVolumeClaim claim, StatefulSet set, Pod pod, bool surplus)
    {
        var references = claim.Metadata.OwnerReferences ?? [];
        if (references.Any(o => IsFormer(o, set) || IsFormer(o, pod)))
        {
            // A namesake's of the past: garbage collection decides about the claim first.
            return null;
        }

        var ours = references.Where(o => o.Uid == set.Metadata.Uid || o.Uid == pod.Metadata.Uid).ToList();
        var others = references.Where(o => o.Uid != set.Metadata.Uid && o.Uid != pod.Metadata.Uid).ToList();
        var owner = others.Any(static o => o.Controller == true) ? null : OwnerOf(set, pod, surplus);
        var isRight = owner is null ? ours.Count == 0 : ours is [{ Controller: true } only] && only.Uid == owner.Metadata.Uid;
        return isRight ? null : claim with { Metadata = claim.Metadata with { OwnerReferences = Joined(others, owner) } };
    }

    private static IApiObject? OwnerOf(StatefulSet set, Pod pod, bool surplus) =>
        surplus && GoesWhenScaled(set) ? pod : GoesWithTheSet(set) ? set : null;

    private static bool IsFormer(OwnerReference reference, IApiObject now) =>
        reference.ApiVersion == now.ApiVersion && reference.Kind == now.Kind && reference.Name == now.Metadata.Name && reference.Uid != now.Metadata.Uid;

    private static List<OwnerReference>? Joined(List<OwnerReference> others, IApiObject? owner)
    {
        List<OwnerReference> all = owner is null ? others : [.. others, Owners.ControllerOf(owner)];
        return all.Count == 0 ? null : all;
    }
}
