using ActorKube.Api.Core;
using ActorKube.Api.Text;

namespace ActorKube.NodeAgent.Pods;

/// <summary>One container that should run now: starts it, starts it again after its back-off, or stops an instance that must be replaced.</summary>
internal static class ContainerPlanner
{
    /// <summary>For so long a failure is shown before what it is waiting for is: ErrImagePull, then ImagePullBackOff.</summary>
    public static readonly TimeSpan FailureShownFor = TimeSpan.FromSeconds(5);

    public static void Plan(PodRecord record, Container container, PlanBuilder plan)
    {
        var known = record.Container(container.Name);
        if (known.Work != ContainerWork.None || known.Obstacle is not null)
        {
            return;
        }

        if (known.Current is { IsRunning: true } running)
        {
            StopIfStale(record, container, known, running, plan);
        }
        else if (known.Current is not { HasExited: true } ended)
        {
            StartUnlessHeld(known, container, known.RetryAt, plan);
        }
        else if (ended.SandboxId != record.Sandbox?.Id && PodSpecs.IsInit(record.Pod, container.Name))
        {
            StartUnlessHeld(known, container, known.RetryAt, plan);
        }
        else if (PodSpecs.Restarts(record.Pod, container, ended.ExitCode))
        {
            Restart(record, container, known, ended, plan);
        }
    }

    private static void StopIfStale(PodRecord record, Container container, ContainerRecord known, ContainerInstance running, PlanBuilder plan)
    {
        var restarts = record.Pod.Spec.RestartPolicy != RestartPolicies.Never || PodContainers.IsSidecar(container);
        if (known.Doom is { } doom)
        {
            ContainerStop.Plan(record, container, plan, restarts ? doom.Message + ", will be restarted" : doom.Message, doom.GraceSeconds);
        }
        else if (running.SpecHash.Length > 0 && running.SpecHash != PodSpecs.Hash(container) && !PodSpecs.IsEphemeral(record.Pod, container.Name))
        {
            ContainerStop.Plan(record, container, plan, $"Container {container.Name} definition changed, will be restarted", null);
        }
    }

    private static void Restart(PodRecord record, Container container, ContainerRecord known, ContainerInstance ended, PlanBuilder plan)
    {
        var next = BackOff.NextTry(known.RestartBackOff, ended.FinishedAt ?? plan.Now);
        if (known.RetryAt is { } retry && retry > plan.Now)
        {
            StartUnlessHeld(known, container, retry, plan);
        }
        else if (next <= plan.Now)
        {
            plan.Do(new PodAction.StartContainer(container, known.NextAttempt));
        }
        else
        {
            var delay = known.RestartBackOff!.Delay;
            Hold(known, container, new Waiting("CrashLoopBackOff", $"back-off {GoDurations.Text(delay)} restarting failed container={container.Name} pod={PodSpecs.Text(record.Pod)}"), plan);
            plan.WakeAt(next);
        }
    }

    private static void StartUnlessHeld(ContainerRecord known, Container container, DateTimeOffset? retryAt, PlanBuilder plan)
    {
        if (retryAt is not { } at || at <= plan.Now)
        {
            plan.Do(new PodAction.StartContainer(container, known.NextAttempt));
            return;
        }

        plan.WakeAt(at);
        if (known is { Problem: { Reason: ImageReasons.PullFailed } problem, ProblemSince: { } since })
        {
            if (since + FailureShownFor > plan.Now)
            {
                plan.WakeAt(since + FailureShownFor);
            }
            else
            {
                var message = $"Back-off pulling image \"{container.Image}\": {problem.Reason}: {problem.Message}";
                Hold(known, container, new Waiting(ImageReasons.BackOff, message), plan);
            }
        }
    }

    private static void Hold(ContainerRecord known, Container container, Waiting waiting, PlanBuilder plan)
    {
        if (known.Problem != waiting)
        {
            plan.Do(new PodAction.HoldBack(container, waiting));
        }
    }
}
