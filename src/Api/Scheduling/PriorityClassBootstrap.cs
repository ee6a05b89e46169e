using ActorKube.Api.Meta;

namespace ActorKube.Api.Scheduling;

/// <summary>The priority classes that every cluster has; no others may have names that begin with <c>system-</c>.</summary>
public static class PriorityClassBootstrap
{
    /// <summary>Value of <c>system-cluster-critical</c>, above everything that users may set.</summary>
    public const int SystemCriticalPriority = 2 * HighestUserPriority;

    /// <summary>Highest value that a user's class may have.</summary>
    public const int HighestUserPriority = 1_000_000_000;

    public static IReadOnlyList<PriorityClass> PriorityClasses { get; } =
    [
        Create("system-node-critical", SystemCriticalPriority + 1000,
            "Used for system critical pods that must not be moved from their current node."),
        Create("system-cluster-critical", SystemCriticalPriority,
            "Used for system critical pods that must run in the cluster, but can be moved to another node if necessary."),
    ];

    private static PriorityClass Create(string name, int value, string description) => new()
    {
        ApiVersion = "scheduling.k8s.io/v1",
        Kind = "PriorityClass",
        Metadata = new ObjectMeta { Name = name },
        Value = value,
        Description = description,
        PreemptionPolicy = "PreemptLowerPriority",
    };
}
