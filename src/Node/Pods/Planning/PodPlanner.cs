using ActorKube.Api.Core;

namespace ActorKube.NodeAgent.Pods;

/// <summary>
/// Decides what to do for a pod, from what is known of it and the time. Pure. Top-down: fenced, ending, out of time, completed, sandbox, volumes, init containers,
/// the others. Follows the kubelet's computePodActions.
/// </summary>
internal static class PodPlanner
{
    public static PodPlan Plan(PodRecord record, DateTimeOffset now)
    {
        var plan = new PlanBuilder(now);
        if (record.Fenced && !FencePlanner.HasEnded(record, plan))
        {
            return plan.Build();
        }

        if (record.IsEnding)
        {
            return EndPlanner.Plan(record, plan);
        }

        RemoveStale(record, plan);
        if (record.Fenced)
        {
            return plan.Build();
        }

        if (Deadline(record) is { } deadline)
        {
            if (deadline <= now)
            {
                plan.Do(new PodAction.EndPod(new PodEnd("DeadlineExceeded", "Pod was active on the node longer than the specified deadline", Failed: true)));
                return plan.Build();
            }

            plan.WakeAt(deadline);
        }

        if (PodCompletion.IsComplete(record))
        {
            plan.Do(new PodAction.EndPod(PodEnd.Completed));
            return plan.Build();
        }

        plan.WhenDue(record.Volumes, new PodAction.PrepareVolumes());
        if (record.Volumes.Done && ReadySandbox(record, plan) && InitPlanner.Plan(record, plan))
        {
            foreach (var container in record.Pod.Spec.EphemeralContainers.OrEmpty().Select(EphemeralContainerFields.ToContainer).Concat(PodSpecs.Regular(record.Pod)))
            {
                ContainerPlanner.Plan(record, container, plan);
            }
        }

        return plan.Build();
    }

    private static DateTimeOffset? Deadline(PodRecord record) =>
        record.Pod.Spec.ActiveDeadlineSeconds is { } seconds ? record.StartTime?.AddSeconds(seconds) : null;

    /// <summary>Whether containers can be started; if not, does what it takes.</summary>
    private static bool ReadySandbox(PodRecord record, PlanBuilder plan)
    {
        if (record.SandboxReady)
        {
            return true;
        }

        // Containers of a dead sandbox have lost their network: they end first.
        if (record.AnyRunning || !record.IsQuiet)
        {
            foreach (var container in PodContainers.All(record.Pod.Spec))
            {
                ContainerStop.Plan(record, container, plan, $"Stopping container {container.Name}", null);
            }

            return false;
        }

        plan.WhenDue(record.SandboxSetUp, new PodAction.CreateSandbox(record.Sandbox is { } dead ? dead.Attempt + 1 : 0, Replaces: record.Sandbox is not null));
        return false;
    }

    private static void RemoveStale(PodRecord record, PlanBuilder plan)
    {
        foreach (var (name, container) in record.Containers)
        {
            foreach (var id in container.Stale)
            {
                plan.Do(new PodAction.RemoveContainer(name, id));
            }
        }
    }
}
