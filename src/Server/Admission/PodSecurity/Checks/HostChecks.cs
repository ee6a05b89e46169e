using System.Globalization;
using ActorKube.Api.Core;

namespace ActorKube.Server.Admission.PodSecurity.Checks;

/// <summary>Nothing of the host is shared: namespaces, files, ports.</summary>
internal static class HostChecks
{
    public const string PathVolumes = "hostPathVolumes";

    public static readonly PodCheck[] All =
    [
        new("hostNamespaces", SecurityLevel.Baseline, 0, FindNamespaces),
        new(PathVolumes, SecurityLevel.Baseline, 0, FindVolumes),
        new("hostPorts", SecurityLevel.Baseline, 0, FindPorts),
    ];

    private static Violation? FindNamespaces(PodSubject pod)
    {
        (string Name, bool IsShared)[] spaces = [("hostNetwork", pod.Spec.HostNetwork), ("hostPID", pod.Spec.HostPID), ("hostIPC", pod.Spec.HostIPC)];
        var detail = string.Join(", ", spaces.Where(static s => s.IsShared).Select(static s => s.Name + "=true"));
        return detail.Length == 0 ? null : new Violation("host namespaces", detail);
    }

    private static Violation? FindVolumes(PodSubject pod)
    {
        var names = (pod.Spec.Volumes ?? []).Where(static v => v.HostPath is not null).Select(static v => v.Name).ToList();
        return names.Count == 0 ? null : new Violation("hostPath volumes", $"{Offenders.Plural("volume", names.Count)} {Offenders.Quoted(names)}");
    }

    private static Violation? FindPorts(PodSubject pod)
    {
        static IEnumerable<string> Ports(Container container) =>
            (container.Ports ?? []).Where(static p => p.HostPort != 0).Select(static p => p.HostPort.ToString(CultureInfo.InvariantCulture));
        var bad = pod.Containers.Where(static c => Ports(c).Any()).ToList();
        var ports = bad.SelectMany(Ports).Distinct().Order(StringComparer.Ordinal).ToList();
        return bad.Count == 0 ? null
            : new Violation("hostPort", $"{Offenders.Names(bad)} {(bad.Count == 1 ? "uses" : "use")} {Offenders.Plural("hostPort", ports.Count)} {string.Join(", ", ports)}");
    }
}
