using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Limits of a quota. It counts only objects that match every scope.</summary>
[ApiType("io.k8s.api.core.v1.ResourceQuotaSpec")]
public sealed partial record ResourceQuotaSpec
{
    /// <summary>Limit per resource, such as <c>requests.cpu</c>, <c>pods</c> or <c>count/deployments.apps</c>.</summary>
    [Field(1)]
    public IReadOnlyDictionary<string, Quantity>? Hard { get; init; }

    /// <summary>
    /// Traits the counted objects must have: <c>Terminating</c>, <c>NotTerminating</c>, <c>BestEffort</c>, <c>NotBestEffort</c>,
    /// <c>PriorityClass</c>, <c>CrossNamespacePodAffinity</c>.
    /// </summary>
    [Field(2, List = ListType.Atomic,
        Enum = ["BestEffort", "CrossNamespacePodAffinity", "NotBestEffort", "NotTerminating", "PriorityClass", "Terminating"])]
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>Like <c>scopes</c> but with values, such as the names of PriorityClasses.</summary>
    [Field(3)]
    public ScopeSelector? ScopeSelector { get; init; }
}
