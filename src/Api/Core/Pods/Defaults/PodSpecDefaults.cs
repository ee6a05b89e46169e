namespace ActorKube.Api.Core;

/// <summary>What every pod specification gets, in a pod as in a template. <see cref="PodDefaults"/> adds what only pods get.</summary>
public static class PodSpecDefaults
{
    /// <summary>Seconds.</summary>
    public const long TerminationGracePeriod = 30;

    /// <summary>A specification that lacks nothing comes back unchanged in value.</summary>
    public static PodSpec Apply(PodSpec spec)
    {
        var account = spec.ServiceAccountName ?? spec.ServiceAccount;
        return spec with
        {
            DnsPolicy = spec.DnsPolicy ?? PodDnsPolicies.ClusterFirst,
            RestartPolicy = spec.RestartPolicy ?? RestartPolicies.Always,
            SecurityContext = spec.SecurityContext ?? new PodSecurityContext(),
            TerminationGracePeriodSeconds = spec.TerminationGracePeriodSeconds ?? TerminationGracePeriod,
            SchedulerName = spec.SchedulerName ?? "default-scheduler",
            ServiceAccountName = account,
            ServiceAccount = account,
            Volumes = spec.Volumes.Each(VolumeDefaults.Apply),
            InitContainers = spec.InitContainers.Each(ContainerDefaults.Apply),
            Containers = spec.Containers.Each(ContainerDefaults.Apply),
            EphemeralContainers = spec.EphemeralContainers.Each(static c => c.Change(ContainerDefaults.Apply)),
            Overhead = ResourceLists.RoundToMilli(spec.Overhead),
            Resources = spec.Resources is { } resources ? ResourceLists.RoundToMilli(resources) : null,
        };
    }
}
