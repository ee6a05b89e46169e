using ActorKube.Api.Core;

namespace ActorKube.NodeAgent.Pods;

/// <summary>
/// The end of a pod: the main containers stop together, then the sidecars, last first; then its sandbox. Of a pod that is deleted everything goes, and
/// last its API object. Of one that has only ended the containers stay, for their logs.
/// </summary>
internal static class EndPlanner
{
    public static PodPlan Plan(PodRecord record, PlanBuilder plan)
    {
        if (StopContainers(record, plan))
        {
            return plan.Build();
        }

        if (!record.Gone && !record.IsDeleting)
        {
            if (record.SandboxReady)
            {
                plan.WhenDue(record.SandboxStop, new PodAction.StopSandbox(record.Sandbox!.Id));
            }

            return plan.Build();
        }

        // What is being set up has to come to its end first: it would be left behind.
        if (record.SandboxSetUp.Busy || record.Volumes.Busy || record.SandboxStop.Busy)
        {
            return plan.Build();
        }

        if (!record.CleanUp.Done)
        {
            plan.WhenDue(record.CleanUp, new PodAction.RemoveEverything());
            return plan.Build();
        }

        if (!record.Gone)
        {
            plan.WhenDue(record.Deletion, new PodAction.DeleteObject());
        }

        return plan.Build(finished: record.Gone || record.Deletion.Done);
    }

    /// <summary>Returns whether there is still something to stop, or to wait for.</summary>
    private static bool StopContainers(PodRecord record, PlanBuilder plan)
    {
        var pod = record.Pod;
        var others = PodContainers.All(pod.Spec).Where(static c => !PodContainers.IsSidecar(c)).ToList();
        foreach (var container in others)
        {
            ContainerStop.Plan(record, container, plan, $"Stopping container {container.Name}", null);
        }

        if (others.Any(c => IsBusy(record, c)))
        {
            return true;
        }

        foreach (var sidecar in PodSpecs.Init(pod).Where(PodContainers.IsSidecar).Reverse())
        {
            ContainerStop.Plan(record, sidecar, plan, $"Stopping container {sidecar.Name}", null);
            if (IsBusy(record, sidecar))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBusy(PodRecord record, Container container) =>
        record.Container(container.Name) is var known && (known.IsRunning || known.Work != ContainerWork.None);
}
