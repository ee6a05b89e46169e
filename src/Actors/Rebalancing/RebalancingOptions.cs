namespace ActorKube.Actors.Rebalancing;

/// <summary>Whether and how fast pods are moved from over-full nodes.</summary>
public sealed record RebalancingOptions
{
    /// <summary>Pods of all workloads may be moved, not only of those that ask for it. Default false.</summary>
    public bool Everywhere { get; init; }

    /// <summary>A node gives up a pod at most so often, and not before it was over-full for so long; default 30 s, long enough for a pod that was moved to run and to be counted.</summary>
    public TimeSpan Period { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After a pod of a workload has begun, the others stay where they are for so long: four periods, 2 minutes by default.</summary>
    public TimeSpan CoolDown => 4 * Period;
}
