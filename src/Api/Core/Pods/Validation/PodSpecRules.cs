namespace ActorKube.Api.Core;

/// <summary>What differs between the places a pod specification is validated at.</summary>
public sealed record PodSpecRules
{
    /// <summary>The rules of a template.</summary>
    public static PodSpecRules Template { get; } = new();

    /// <summary>The rules of a pod.</summary>
    public static PodSpecRules Pod { get; } = new() { IsPod = true };

    /// <summary>The specification belongs to a pod, not to a template.</summary>
    public bool IsPod { get; init; }

    // What an earlier version let in, an update may keep.

    public bool AllowInvalidAffinitySelectors { get; init; }

    public bool AllowInvalidSpreadSelectors { get; init; }

    public bool AllowIndivisibleHugePages { get; init; }

    public bool AllowHostNamespaceSysctls { get; init; }

    public bool AllowNonLocalTokenPaths { get; init; }

    public bool AllowZeroSleep { get; init; }

    public bool AllowRelaxedDnsSearches { get; init; }

    public bool AllowInvalidDeletionCost { get; init; }
}
