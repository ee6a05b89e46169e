using ActorKube.Api.Core;

namespace ActorKube.NodeAgent.Pods;

/// <summary>
/// Takes over what an earlier process of the agent reported of a pod: restart counts, times and exit codes go on, and a container that has vanished meanwhile
/// is known to have run. Pure.
/// </summary>
internal static class StatusResumption
{
    public static PodRecord Resume(PodRecord record)
    {
        var status = record.Pod.Status;
        foreach (var reported in status.InitContainerStatuses.OrEmpty().Concat(status.ContainerStatuses.OrEmpty()).Concat(status.EphemeralContainerStatuses.OrEmpty()))
        {
            record = record.With(reported.Name, Resume(reported, PodSpecs.Find(record.Pod, reported.Name)));
        }

        return record;
    }

    private static ContainerRecord Resume(ContainerStatus reported, Container? spec)
    {
        var last = Instance(reported, reported.LastState, reported.RestartCount - 1);
        var current = Instance(reported, reported.State, reported.RestartCount);
        if (current is null && last is not null)
        {
            // It waits for its restart: what ended last is the newest instance.
            (current, last) = (last with { Attempt = reported.RestartCount }, null);
        }

        var hash = spec is null || spec.Image != reported.Image ? "" : PodSpecs.Hash(spec);
        return new ContainerRecord
        {
            Current = current is null ? null : current with { SpecHash = hash },
            Previous = last,
            MinimumAttempt = current is null ? reported.RestartCount : reported.RestartCount + 1,
            Started = reported.Started ?? false,
            Ready = reported.Ready || (current is { IsRunning: true } && spec is { ReadinessProbe: null }),
        };
    }

    private static ContainerInstance? Instance(ContainerStatus reported, ContainerState state, int attempt) => state switch
    {
        { Running: { } running } when reported.ContainerID is { } id => new ContainerInstance
        {
            Id = RawId(id),
            SandboxId = "",
            Attempt = attempt,
            State = RuntimeContainerState.Running,
            Image = reported.Image,
            ImageId = reported.ImageID,
            StartedAt = running.StartedAt,
        },
        { Terminated: { } ended } => new ContainerInstance
        {
            Id = RawId(ended.ContainerID ?? ""),
            SandboxId = "",
            Attempt = attempt,
            State = RuntimeContainerState.Exited,
            Image = reported.Image,
            ImageId = reported.ImageID,
            StartedAt = ended.StartedAt,
            FinishedAt = ended.FinishedAt,
            ExitCode = ended.ExitCode,
            Reason = ended.Reason ?? "",
            Message = ended.Message,
        },
        _ => null,
    };

    /// <summary>Without the runtime's name: <c>docker://4f2a...</c> is <c>4f2a...</c>.</summary>
    private static string RawId(string containerId) =>
        containerId.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? containerId[(scheme + 3)..] : containerId;
}
