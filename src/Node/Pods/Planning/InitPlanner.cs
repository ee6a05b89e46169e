using ActorKube.Api.Core;

namespace ActorKube.NodeAgent.Pods;

/// <summary>
/// Init containers, one after another. A regular one must have succeeded, a restartable one (sidecar) must have started, before the next comes. Once a
/// regular container has run in this sandbox only sidecars are looked after.
/// </summary>
internal static class InitPlanner
{
    /// <summary>Returns whether the regular containers may run.</summary>
    public static bool Plan(PodRecord record, PlanBuilder plan)
    {
        var initialized = IsInitialized(record);
        foreach (var container in PodSpecs.Init(record.Pod))
        {
            if (PodContainers.IsSidecar(container))
            {
                ContainerPlanner.Plan(record, container, plan);
                if (!initialized && record.Container(container.Name) is not { IsRunning: true, Started: true })
                {
                    return false;
                }
            }
            else if (!initialized && !HasSucceeded(record, container))
            {
                ContainerPlanner.Plan(record, container, plan);
                return false;
            }
        }

        return true;
    }

    private static bool IsInitialized(PodRecord record) =>
        PodSpecs.Regular(record.Pod).Any(c => record.Container(c.Name).Current is { } instance && InSandbox(record, instance));

    private static bool HasSucceeded(PodRecord record, Container container) =>
        record.Container(container.Name) is { Work: ContainerWork.None, Current: { Succeeded: true } instance } && InSandbox(record, instance);

    /// <summary>What ran in a sandbox that is no more doesn't count: the pod begins anew.</summary>
    private static bool InSandbox(PodRecord record, ContainerInstance instance) => instance.SandboxId == record.Sandbox?.Id;
}
