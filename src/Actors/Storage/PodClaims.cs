using ActorKube.Api.Core;

namespace ActorKube.Actors.Storage;

/// <summary>The claims that a pod's volumes stand on.</summary>
internal static class PodClaims
{
    public static IEnumerable<string> Names(Pod pod) => (pod.Spec.Volumes ?? [])
        .Select(v => v.PersistentVolumeClaim?.ClaimName ?? (v.Ephemeral is null ? null : Name(pod.Metadata.Name ?? "", v)))
        .OfType<string>();

    /// <summary>Of an ephemeral volume.</summary>
    public static string Name(string pod, Volume volume) => $"{pod}-{volume.Name}";
}
