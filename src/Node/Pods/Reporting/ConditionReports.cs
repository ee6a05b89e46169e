using ActorKube.Api.Core;

namespace ActorKube.NodeAgent.Pods;

/// <summary>The conditions that a node reports of a pod; those of others stay as they are, in front. Pure. Follows the kubelet's status/generate.go.</summary>
internal static class ConditionReports
{
    private const string Completed = "PodCompleted";

    public static bool IsOwn(string type) => type is PodConditions.ReadyToStartContainers or PodConditions.Initialized or PodConditions.Ready
        or PodConditions.ContainersReady or PodConditions.Scheduled;

    public static IReadOnlyList<PodCondition> Of(PodRecord record, string phase, IReadOnlyList<ContainerStatus> statuses, DateTimeOffset now)
    {
        var pod = record.Pod;
        var old = pod.Status.Conditions.OrEmpty();
        var containersReady = ContainersReady(pod.Spec, phase, statuses);
        return
        [
            .. old.Where(static c => !IsOwn(c.Type)),
            Make(PodConditions.ReadyToStartContainers, new Verdict(record.SandboxReady && !PodStatusReport.IsOver(record))),
            Make(PodConditions.Initialized, Initialized(pod.Spec, phase, statuses)),
            Make(PodConditions.Ready, containersReady.Holds ? GatesOpen(pod.Spec, old) : containersReady),
            Make(PodConditions.ContainersReady, containersReady),
            old.FirstOrDefault(static c => c.Type == PodConditions.Scheduled) ?? Make(PodConditions.Scheduled, new Verdict(true)),
        ];

        PodCondition Make(string type, Verdict verdict)
        {
            var status = verdict.Holds ? ConditionStatus.True : ConditionStatus.False;
            var before = old.FirstOrDefault(c => c.Type == type);
            return new PodCondition
            {
                Type = type,
                Status = status,
                Reason = verdict.Reason,
                Message = verdict.Message,
                LastProbeTime = before?.LastProbeTime,
                LastTransitionTime = before?.Status == status ? before.LastTransitionTime : now,
            };
        }
    }

    private static Verdict ContainersReady(PodSpec spec, string phase, IReadOnlyList<ContainerStatus> statuses)
    {
        if (phase is PodPhases.Succeeded)
        {
            return new Verdict(false, Completed);
        }

        if (phase is PodPhases.Failed)
        {
            return new Verdict(false, "PodFailed");
        }

        var unready = spec.InitContainers.OrEmpty().Where(PodContainers.IsSidecar).Concat(spec.Containers.OrEmpty())
            .Select(static c => c.Name)
            .Where(name => statuses.First(s => s.Name == name) is { Ready: false })
            .ToList();
        return unready.Count == 0 ? new Verdict(true) : new Verdict(false, "ContainersNotReady", $"containers with unready status: {Lists.GoText(unready)}");
    }

    private static Verdict Initialized(PodSpec spec, string phase, IReadOnlyList<ContainerStatus> statuses)
    {
        if (phase is PodPhases.Succeeded)
        {
            return new Verdict(true, Completed);
        }

        var regular = spec.Containers.OrEmpty().Select(static c => c.Name).ToHashSet(StringComparer.Ordinal);
        if (statuses.Any(s => regular.Contains(s.Name) && (s.State.Running is not null || s.State.Terminated is not null || s.LastState.Terminated is not null)))
        {
            return new Verdict(true);
        }

        var incomplete = spec.InitContainers.OrEmpty()
            .Where(c => statuses.First(s => s.Name == c.Name) is var status && !(PodContainers.IsSidecar(c) ? status.Started == true : status.Ready))
            .Select(static c => c.Name)
            .ToList();
        return incomplete.Count == 0
            ? new Verdict(true)
            : new Verdict(false, "ContainersNotInitialized", $"containers with incomplete status: {Lists.GoText(incomplete)}");
    }

    private static Verdict GatesOpen(PodSpec spec, IReadOnlyList<PodCondition> conditions)
    {
        var closed = new List<string>();
        foreach (var gate in spec.ReadinessGates.OrEmpty().Select(static g => g.ConditionType))
        {
            var condition = conditions.FirstOrDefault(c => c.Type == gate);
            if (condition is null)
            {
                closed.Add($"corresponding condition of pod readiness gate \"{gate}\" does not exist.");
            }
            else if (condition.Status != ConditionStatus.True)
            {
                closed.Add($"the status of pod readiness gate \"{gate}\" is not \"True\", but {condition.Status}");
            }
        }

        return closed.Count == 0 ? new Verdict(true) : new Verdict(false, "ReadinessGatesNotReady", string.Join(", ", closed));
    }

    private sealed record Verdict(bool Holds, string? Reason = null, string? Message = null);
}
