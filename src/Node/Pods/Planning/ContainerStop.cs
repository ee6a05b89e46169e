using ActorKube.Api.Core;

namespace ActorKube.NodeAgent.Pods;

/// <summary>Stopping one container, with the grace that it is due.</summary>
internal static class ContainerStop
{
    /// <summary>A container is always given so long to end by itself, as by the kubelet.</summary>
    public static readonly TimeSpan MinimumGrace = TimeSpan.FromSeconds(2);

    /// <summary>Stops the container if it runs. A stop that is under way is repeated only to end it earlier.</summary>
    /// <param name="graceSeconds">Null for the pod's.</param>
    public static void Plan(PodRecord record, Container container, PlanBuilder plan, string message, long? graceSeconds)
    {
        var known = record.Container(container.Name);
        if (known.Work == ContainerWork.Starting)
        {
            plan.Do(new PodAction.CancelStart(container.Name));
        }
        else if (known.Current is { IsRunning: true } running)
        {
            var by = Deadline(record, graceSeconds ?? PodSpecs.GraceSeconds(record.Pod), plan.Now);
            if (known.Work == ContainerWork.None || known.StopBy > by)
            {
                plan.Do(new PodAction.StopContainer(container, running, by, message));
            }
        }
    }

    /// <summary>All containers of a pod that ends share its grace: a sidecar that is stopped last gets what is left.</summary>
    private static DateTimeOffset Deadline(PodRecord record, long graceSeconds, DateTimeOffset now)
    {
        var by = (record.EndingSince ?? now).AddSeconds(graceSeconds);
        return by > now + MinimumGrace ? by : now + MinimumGrace;
    }
}
