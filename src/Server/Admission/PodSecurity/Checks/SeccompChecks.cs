using ActorKube.Api.Core;

namespace ActorKube.Server.Admission.PodSecurity.Checks;

/// <summary>Baseline: the filter of system calls is not taken away. Restricted: there is one.</summary>
internal static class SeccompChecks
{
    private const string Baseline = "seccompProfile_baseline";
    private const string Restricted = "seccompProfile_restricted";
    private const string Reason = "seccompProfile";
    private const string PodAnnotation = "seccomp.security.alpha.kubernetes.io/pod";
    private const string ContainerAnnotation = "container.seccomp.security.alpha.kubernetes.io/";

    public static readonly PodCheck[] All =
    [
        new(Baseline, SecurityLevel.Baseline, 0, FindAnnotations),
        new(Baseline, SecurityLevel.Baseline, 19, FindBad),
        new(Restricted, SecurityLevel.Restricted, 19, FindMissing) { Replaces = Baseline },
        new(Restricted, SecurityLevel.Restricted, 25, static pod => pod.IsWindows ? null : FindMissing(pod)) { Replaces = Baseline },
    ];

    /// <summary>Before Kubernetes 1.19 profiles were annotations.</summary>
    private static Violation? FindAnnotations(PodSubject pod)
    {
        var annotations = pod.Metadata.Annotations ?? new Dictionary<string, string>();
        var bad = pod.Containers.Select(static c => ContainerAnnotation + c.Name).Append(PodAnnotation).Distinct()
            .Where(key => annotations.TryGetValue(key, out var value) && !(value is "runtime/default" or "docker/default" || value.StartsWith("localhost/", StringComparison.Ordinal)))
            .Select(key => $"{key}=\"{annotations[key]}\"").Order(StringComparer.Ordinal).ToList();
        return bad.Count == 0 ? null : new Violation(Reason, $"forbidden {Offenders.Plural("annotation", bad.Count)} {string.Join(", ", bad)}");
    }

    private static Violation? FindBad(PodSubject pod)
    {
        var isPodBad = IsBad(pod.Security?.SeccompProfile);
        var bad = pod.Containers.Where(static c => IsBad(c.SecurityContext?.SeccompProfile)).ToList();
        var setters = Offenders.Setters(isPodBad, bad);
        if (setters.Length == 0)
        {
            return null;
        }

        var types = bad.Select(static c => c.SecurityContext!.SeccompProfile!.Type).Concat(isPodBad ? [pod.Security!.SeccompProfile!.Type] : []);
        return new Violation(Reason, $"{setters} must not set securityContext.seccompProfile.type to {Offenders.Sorted(types)}");
    }

    private static Violation? FindMissing(PodSubject pod)
    {
        if (FindBad(pod) is { } violation)
        {
            return violation;
        }

        var silent = pod.Security?.SeccompProfile is null ? pod.Containers.Where(static c => c.SecurityContext?.SeccompProfile is null).ToList() : [];
        return silent.Count == 0 ? null
            : new Violation(Reason, $"pod or {Offenders.Names(silent)} must set securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\"");
    }

    private static bool IsBad(SeccompProfile? profile) => profile is not null and not { Type: "RuntimeDefault" or "Localhost" };
}
