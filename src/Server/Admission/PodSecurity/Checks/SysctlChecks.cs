namespace ActorKube.Server.Admission.PodSecurity.Checks;

/// <summary>Of the kernel's parameters only those are set that are the pod's own and do no harm.</summary>
internal static class SysctlChecks
{
    private static readonly (int Since, string[] Safe)[] Steps =
    [
        (0, ["kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.tcp_syncookies", "net.ipv4.ping_group_range", "net.ipv4.ip_unprivileged_port_start"]),
        (27, ["net.ipv4.ip_local_reserved_ports"]),
        (29, ["net.ipv4.tcp_keepalive_time", "net.ipv4.tcp_fin_timeout", "net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes"]),
        (32, ["net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem"]),
    ];

    public static readonly PodCheck[] All = [.. Steps.Select(static step => Check(step.Since))];

    private static PodCheck Check(int since)
    {
        var safe = Steps.Where(s => s.Since <= since).SelectMany(static s => s.Safe).ToHashSet(StringComparer.Ordinal);
        return new PodCheck("sysctls", SecurityLevel.Baseline, since, pod =>
        {
            var forbidden = (pod.Security?.Sysctls ?? []).Select(static s => s.Name).Where(name => !safe.Contains(name)).ToList();
            return forbidden.Count == 0 ? null : new Violation("forbidden sysctls", string.Join(", ", forbidden));
        });
    }
}
