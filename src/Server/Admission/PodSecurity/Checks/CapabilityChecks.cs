using ActorKube.Api.Core;

namespace ActorKube.Server.Admission.PodSecurity.Checks;

/// <summary>Baseline: no capabilities beyond what containers have anyway. Restricted: all dropped, but for binding low ports.</summary>
internal static class CapabilityChecks
{
    private const string Baseline = "capabilities_baseline";
    private const string Restricted = "capabilities_restricted";

    private static readonly HashSet<string> Default = new(StringComparer.Ordinal)
    {
        "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT",
    };

    public static readonly PodCheck[] All =
    [
        new(Baseline, SecurityLevel.Baseline, 0, FindAdded),
        new(Restricted, SecurityLevel.Restricted, 22, FindKept) { Replaces = Baseline },
        new(Restricted, SecurityLevel.Restricted, 25, static pod => pod.IsWindows ? null : FindKept(pod)) { Replaces = Baseline },
    ];

    private static Violation? FindAdded(PodSubject pod) => Added(pod, Default.Contains) is { } detail ? new Violation("non-default capabilities", detail) : null;

    private static Violation? FindKept(PodSubject pod)
    {
        var keeping = pod.Containers.Where(static c => c.SecurityContext?.Capabilities?.Drop?.Contains("ALL") != true).ToList();
        string?[] details =
        [
            keeping.Count == 0 ? null : $"{Offenders.Names(keeping)} must set securityContext.capabilities.drop=[\"ALL\"]",
            Added(pod, static c => c == "NET_BIND_SERVICE"),
        ];
        return string.Join("; ", details.OfType<string>()) is { Length: > 0 } text ? new Violation("unrestricted capabilities", text) : null;
    }

    private static string? Added(PodSubject pod, Predicate<string> isAllowed)
    {
        IEnumerable<string> Forbidden(Container container) => (container.SecurityContext?.Capabilities?.Add ?? []).Where(c => !isAllowed(c));
        var adding = pod.Containers.Where(c => Forbidden(c).Any()).ToList();
        return adding.Count == 0 ? null : $"{Offenders.Names(adding)} must not include {Offenders.Sorted(adding.SelectMany(Forbidden))} in securityContext.capabilities.add";
    }
}
