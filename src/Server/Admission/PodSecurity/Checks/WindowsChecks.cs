namespace ActorKube.Server.Admission.PodSecurity.Checks;

/// <summary>No containers that are processes of a Windows host.</summary>
internal static class WindowsChecks
{
    public static readonly PodCheck[] All = [new("windowsHostProcess", SecurityLevel.Baseline, 0, Find)];

    private static Violation? Find(PodSubject pod)
    {
        var setters = Offenders.Setters(
            pod.Security?.WindowsOptions?.HostProcess == true, [.. pod.Containers.Where(static c => c.SecurityContext?.WindowsOptions?.HostProcess == true)]);
        return setters.Length == 0 ? null : new Violation("hostProcess", $"{setters} must not set securityContext.windowsOptions.hostProcess=true");
    }
}
