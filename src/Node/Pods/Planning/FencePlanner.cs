using ActorKube.Api.Core;

namespace ActorKube.NodeAgent.Pods;

/// <summary>A pod that must not run twice, on a host that nobody vouches for: all of its containers are killed, whatever else is being done to them. Its sandbox, which runs nothing of the pod's own, stays.</summary>
internal static class FencePlanner
{
    /// <summary>Returns whether nothing of the pod runs any more; if something does, does what it takes.</summary>
    public static bool HasEnded(PodRecord record, PlanBuilder plan)
    {
        var ended = true;
        foreach (var container in PodContainers.All(record.Pod.Spec))
        {
            var known = record.Container(container.Name);
            ended &= known is { IsRunning: false, Work: ContainerWork.None };
            if (known.Work == ContainerWork.Starting)
            {
                plan.Do(new PodAction.CancelStart(container.Name));
            }
            else if (known.Current is { IsRunning: true } running && known.Work != ContainerWork.Killing)
            {
                plan.Do(new PodAction.KillContainer(container, running));
            }
        }

        return ended;
    }
}
