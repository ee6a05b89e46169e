namespace ActorKube.Api.Core;

/// <summary>
/// Which pods must never run twice, not even when their host can't be asked: pods that are annotated so, those of StatefulSets, whose name is an identity, and those that hold a volume
/// which only one node may write to. A host that is cut off stops them; elsewhere they start only when it surely has.
/// </summary>
public static class RunOnce
{
    /// <summary>With the value <c>true</c>.</summary>
    public const string Annotation = "actorkube.io/run-once";

    /// <param name="claim">The claim of that name in the pod's namespace; null if there is none.</param>
    public static bool Applies(Pod pod, Func<string, PersistentVolumeClaim?> claim) =>
        pod.Metadata.Annotations?.GetValueOrDefault(Annotation) == "true"
        || pod.Metadata.OwnerReferences?.Any(static o => o is { Kind: "StatefulSet", Controller: true }) == true
        || pod.Spec.Volumes?.Any(v => v.PersistentVolumeClaim is { } source && claim(source.ClaimName ?? "") is { } found && IsForOne(found)) == true;

    private static bool IsForOne(PersistentVolumeClaim claim) =>
        claim.Spec.AccessModes is { Count: > 0 } modes && modes.All(static m => m is "ReadWriteOnce" or "ReadWriteOncePod");
}
