namespace ActorKube.Server.Admission.PodSecurity.Checks;

/// <summary>No process runs as root.</summary>
internal static class UserChecks
{
    public static readonly PodCheck[] All =
    [
        new("runAsNonRoot", SecurityLevel.Restricted, 0, FindRoot),
        new("runAsUser", SecurityLevel.Restricted, 23, FindUserZero),
    ];

    private static Violation? FindRoot(PodSubject pod)
    {
        const string Reason = "runAsNonRoot != true";
        var forPod = pod.Security?.RunAsNonRoot;
        var setters = Offenders.Setters(forPod == false, [.. pod.Containers.Where(static c => c.SecurityContext?.RunAsNonRoot == false)]);
        if (setters.Length > 0)
        {
            return new Violation(Reason, $"{setters} must not set securityContext.runAsNonRoot=false");
        }

        var silent = forPod == true ? [] : pod.Containers.Where(static c => c.SecurityContext?.RunAsNonRoot is null).ToList();
        return silent.Count == 0 ? null : new Violation(Reason, $"pod or {Offenders.Names(silent)} must set securityContext.runAsNonRoot=true");
    }

    private static Violation? FindUserZero(PodSubject pod)
    {
        var setters = Offenders.Setters(pod.Security?.RunAsUser == 0, [.. pod.Containers.Where(static c => c.SecurityContext?.RunAsUser == 0)]);
        return setters.Length == 0 ? null : new Violation("runAsUser=0", $"{setters} must not set runAsUser=0");
    }
}
