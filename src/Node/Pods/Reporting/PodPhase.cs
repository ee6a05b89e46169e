using ActorKube.Api.Core;

namespace ActorKube.NodeAgent.Pods;

/// <summary>The phase of a pod from the statuses of its containers. Pure. Follows the kubelet's getPhase.</summary>
internal static class PodPhase
{
    /// <param name="ended">The pod is to end and no container will be started again.</param>
    public static string Of(Pod pod, IReadOnlyList<ContainerStatus> init, IReadOnlyList<ContainerStatus> regular, bool ended)
    {
        var inits = PodSpecs.Init(pod).Zip(init, static (spec, status) => (Spec: spec, Status: status)).ToList();
        var steps = inits.Where(static i => !PodContainers.IsSidecar(i.Spec)).Select(static i => i.Status).ToList();
        var sidecars = inits.Where(static i => PodContainers.IsSidecar(i.Spec)).Select(static i => i.Status).ToList();
        var policy = pod.Spec.RestartPolicy;
        if (policy == RestartPolicies.Never && steps.Exists(static s => (s.State.Terminated ?? s.LastState.Terminated) is { ExitCode: not 0 }))
        {
            return PodPhases.Failed;
        }

        var anyRegularHasRun = regular.Any(static s => s.State.Running is not null || HasEnded(s));
        var pendingSidecar = sidecars.Exists(static s => s.State.Running is not null ? s.Started != true : !HasEnded(s)) && !anyRegularHasRun;
        var waiting = regular.Any(IsNew) || sidecars.Exists(IsNew);
        if (steps.Exists(static s => s.State.Running is not null || IsNew(s)) || pendingSidecar || waiting)
        {
            return PodPhases.Pending;
        }

        var running = regular.Any(static s => s.State.Running is not null) || sidecars.Exists(static s => s.State.Running is not null);
        return running || !regular.Any(HasEnded) ? running ? PodPhases.Running : PodPhases.Pending : Ended(policy, regular, ended);
    }

    private static string Ended(string? policy, IReadOnlyList<ContainerStatus> regular, bool ended)
    {
        var succeeded = regular.All(static s => s.State.Terminated is { ExitCode: 0 });
        return policy switch
        {
            _ when ended => succeeded ? PodPhases.Succeeded : PodPhases.Failed,
            RestartPolicies.Always => PodPhases.Running,
            _ when succeeded => PodPhases.Succeeded,
            RestartPolicies.Never => PodPhases.Failed,
            _ => PodPhases.Running,
        };
    }

    /// <summary>It has ended at least once and doesn't run.</summary>
    private static bool HasEnded(ContainerStatus status) =>
        status.State.Terminated is not null || (status.State.Waiting is not null && status.LastState.Terminated is not null);

    private static bool IsNew(ContainerStatus status) => status.State is { Running: null, Terminated: null } && status.LastState.Terminated is null;
}
