namespace ActorKube.Server.Admission.PodSecurity.Checks;

/// <summary>Baseline: no privileged containers. Restricted: no process gains more rights than its parent has.</summary>
internal static class PrivilegeChecks
{
    private const string Escalation = "allowPrivilegeEscalation";

    public static readonly PodCheck[] All =
    [
        new("privileged", SecurityLevel.Baseline, 0, FindPrivileged),
        new(Escalation, SecurityLevel.Restricted, 8, FindEscalation),
        new(Escalation, SecurityLevel.Restricted, 25, static pod => pod.IsWindows ? null : FindEscalation(pod)),
    ];

    private static Violation? FindPrivileged(PodSubject pod)
    {
        var bad = pod.Containers.Where(static c => c.SecurityContext?.Privileged == true).ToList();
        return bad.Count == 0 ? null : new Violation("privileged", $"{Offenders.Names(bad)} must not set securityContext.privileged=true");
    }

    private static Violation? FindEscalation(PodSubject pod)
    {
        var bad = pod.Containers.Where(static c => c.SecurityContext?.AllowPrivilegeEscalation != false).ToList();
        return bad.Count == 0 ? null : new Violation("allowPrivilegeEscalation != false", $"{Offenders.Names(bad)} must set securityContext.allowPrivilegeEscalation=false");
    }
}
