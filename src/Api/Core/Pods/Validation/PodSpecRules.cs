using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Core;

/// <summary>What differs between the places a pod specification is validated at.</summary>
public sealed record PodSpecRules
{
    /// <summary>The rules of a new template.</summary>
    public static PodSpecRules Template { get; } = new();

    /// <summary>The rules of a new pod.</summary>
    public static PodSpecRules Pod { get; } = new() { IsPod = true };

    /// <summary>The specification belongs to a pod, not to a template.</summary>
    public bool IsPod { get; init; }

    // What an object already has, an update may keep, even where a new object would be refused.

    public bool AllowInvalidAffinitySelectors { get; init; }

    public bool AllowInvalidSpreadSelectors { get; init; }

    public bool AllowIndivisibleHugePages { get; init; }

    public bool AllowHostNamespaceSysctls { get; init; }

    public bool AllowNonLocalTokenPaths { get; init; }

    public bool AllowZeroSleep { get; init; }

    public bool AllowRelaxedDnsSearches { get; init; }

    public bool AllowInvalidDeletionCost { get; init; }

    /// <summary>The rules of an update: these, with what the previous version already has allowed.</summary>
    public PodSpecRules After(PodSpec previous, IReadOnlyDictionary<string, string>? annotations)
    {
        var containers = PodContainers.All(previous).ToList();
        return this with
        {
            AllowInvalidAffinitySelectors = PodAffinityValidation.Terms(previous.Affinity)
                .Any(static t => !IsValid(t.LabelSelector) || !IsValid(t.NamespaceSelector)),
            AllowInvalidSpreadSelectors = previous.TopologySpreadConstraints.OrEmpty().Any(static c => !IsValid(c.LabelSelector)),
            AllowIndivisibleHugePages = containers
                .SelectMany(static c => c.Resources.Limits.OrEmpty().Concat(c.Resources.Requests.OrEmpty())).Concat(previous.Overhead.OrEmpty())
                .Any(static e => ContainerResourceNames.IsHugePages(e.Key) && !ContainerResourceNames.IsWholePages(e.Key, e.Value)),
            AllowHostNamespaceSysctls = previous.SecurityContext?.Sysctls?.Any(s => SysctlValidation.HostConflict(previous, s.Name) is not null) ?? false,
            AllowNonLocalTokenPaths = previous.Volumes.OrEmpty().SelectMany(static v => v.Projected?.Sources ?? []).Any(static s => s.ServiceAccountToken is { } t && !PathChecks.IsNonReserved(t.Path)),
            AllowZeroSleep = containers.Any(static c => c.Lifecycle is { PreStop.Sleep.Seconds: 0 } or { PostStart.Sleep.Seconds: 0 }),
            AllowRelaxedDnsSearches = previous.DnsConfig?.Searches?.Any(static s => s == "." || s.Contains('_', StringComparison.Ordinal)) ?? false,
            AllowInvalidDeletionCost = annotations.OrEmpty().TryGetValue(PodAnnotationValidation.DeletionCost, out var cost) && !PodAnnotationValidation.IsDeletionCost(cost),
        };
    }

    private static bool IsValid(LabelSelector? selector)
    {
        var errors = new FieldErrors();
        LabelSelectorValidation.Validate(selector, FieldPath.Of("selector"), errors);
        return !errors.Any;
    }
}
