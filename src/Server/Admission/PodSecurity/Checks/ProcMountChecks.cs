namespace ActorKube.Server.Admission.PodSecurity.Checks;

/// <summary>What the runtime hides of <c>/proc</c> stays hidden.</summary>
internal static class ProcMountChecks
{
    public static readonly PodCheck[] All = [new("procMount", SecurityLevel.Baseline, 0, Find)];

    private static Violation? Find(PodSubject pod)
    {
        var bad = pod.Containers.Where(static c => c.SecurityContext?.ProcMount is not (null or "Default")).ToList();
        return bad.Count == 0 ? null
            : new Violation("procMount", $"{Offenders.Names(bad)} must not set securityContext.procMount to {Offenders.Sorted(bad.Select(static c => c.SecurityContext!.ProcMount!))}");
    }
}
