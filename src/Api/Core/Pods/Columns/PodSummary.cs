using System.Globalization;

namespace ActorKube.Api.Core;

/// <summary>
/// A pod in four values, as <c>kubectl get pods</c> shows it. The reason is the most telling word that the statuses of its
/// containers have: Init:0/2, PodInitializing, CrashLoopBackOff, Completed, Terminating...
/// </summary>
/// <param name="Ready">Containers, sidecars included, that are ready.</param>
/// <param name="Total">Containers, sidecars included, that are to run.</param>
/// <param name="LastRestart">When the container that was restarted last had ended; null when that isn't known.</param>
public sealed record PodSummary(int Ready, int Total, string Reason, int Restarts, DateTimeOffset? LastRestart)
{
    public static PodSummary Of(Pod pod)
    {
        var status = pod.Status;
        var gated = status.Conditions.OrEmpty().Any(static c => c is { Type: PodConditions.Scheduled, Reason: PodConditions.SchedulingGated });
        var reason = gated ? PodConditions.SchedulingGated : status.Reason ?? status.Phase ?? "";
        var sidecars = pod.Spec.InitContainers.OrEmpty().Where(PodContainers.IsSidecar).Select(static c => c.Name).ToHashSet(StringComparer.Ordinal);
        var start = new PodSummary(0, pod.Spec.Containers.OrEmpty().Count + sidecars.Count, reason, 0, null);
        var (summary, ofSidecars, initializing) = start.Initialize(pod, sidecars);
        if (!initializing || PodConditions.IsTrue(status, PodConditions.Initialized))
        {
            // Once the containers run, restarts of init containers that are over count no more.
            summary = summary.Run(status, ofSidecars);
        }

        return summary with { Reason = Deleting(pod) ?? summary.Reason };
    }

    /// <summary>Goes over the init containers up to the first that isn't done.</summary>
    private (PodSummary Summary, PodSummary OfSidecars, bool Initializing) Initialize(Pod pod, HashSet<string> sidecars)
    {
        var (summary, ofSidecars) = (this, this);
        var statuses = pod.Status.InitContainerStatuses.OrEmpty();
        for (var i = 0; i < statuses.Count; i++)
        {
            var (status, isSidecar) = (statuses[i], sidecars.Contains(statuses[i].Name));
            summary = summary.Count(status);
            ofSidecars = isSidecar ? ofSidecars.Count(status) : ofSidecars;
            if (status.State.Terminated is { ExitCode: 0 })
            {
                continue;
            }

            if (!isSidecar || status.Started != true)
            {
                return (summary with { Reason = InitReason(status.State, i, pod.Spec.InitContainers.OrEmpty().Count) }, ofSidecars, true);
            }

            summary = status.Ready ? summary with { Ready = summary.Ready + 1 } : summary;
        }

        return (summary, ofSidecars, false);
    }

    private PodSummary Run(PodStatus status, PodSummary ofSidecars)
    {
        var summary = this with { Restarts = ofSidecars.Restarts, LastRestart = ofSidecars.LastRestart };
        var hasRunning = false;
        foreach (var container in status.ContainerStatuses.OrEmpty().Reverse())
        {
            summary = summary.Count(container);
            if (ReasonOf(container.State) is { } reason)
            {
                summary = summary with { Reason = reason };
            }
            else if (container is { Ready: true, State.Running: not null })
            {
                hasRunning = true;
                summary = summary with { Ready = summary.Ready + 1 };
            }
        }

        // Some containers have completed, others still run.
        return summary.Reason != "Completed" || !hasRunning ? summary
            : summary with { Reason = PodConditions.IsTrue(status, PodConditions.Ready) ? PodPhases.Running : "NotReady" };
    }

    private PodSummary Count(ContainerStatus status) => this with
    {
        Restarts = Restarts + status.RestartCount,
        LastRestart = status.LastState.Terminated?.FinishedAt is { } ended && !(ended <= LastRestart) ? ended : LastRestart,
    };

    private static string InitReason(ContainerState state, int index, int total) => state switch
    {
        { Terminated: not null } => "Init:" + ReasonOf(state),
        { Waiting.Reason: { } reason } when reason != "PodInitializing" => "Init:" + reason,
        _ => string.Create(CultureInfo.InvariantCulture, $"Init:{index}/{total}"),
    };

    private static string? ReasonOf(ContainerState state) => state switch
    {
        { Waiting.Reason: { } reason } => reason,
        { Terminated.Reason: { } reason } => reason,
        { Terminated: { Signal: not 0 } ended } => string.Create(CultureInfo.InvariantCulture, $"Signal:{ended.Signal}"),
        { Terminated: { } ended } => string.Create(CultureInfo.InvariantCulture, $"ExitCode:{ended.ExitCode}"),
        _ => null,
    };

    private static string? Deleting(Pod pod) => pod.Metadata.DeletionTimestamp is null ? null
        : pod.Status.Reason == "NodeLost" ? PodPhases.Unknown
        : PodPhases.IsTerminal(pod.Status.Phase) ? null : "Terminating";
}
