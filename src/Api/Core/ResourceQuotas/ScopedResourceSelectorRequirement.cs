using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>One test of the objects a quota may count.</summary>
[ApiType("io.k8s.api.core.v1.ScopedResourceSelectorRequirement")]
public sealed partial record ScopedResourceSelectorRequirement
{
    /// <summary>Scope that is tested, such as <c>PriorityClass</c> or <c>Terminating</c>.</summary>
    [Field(1, Required = true, Enum = ["BestEffort", "CrossNamespacePodAffinity", "NotBestEffort", "NotTerminating", "PriorityClass", "Terminating"])]
    public string ScopeName { get; init; } = "";

    /// <summary><c>In</c>, <c>NotIn</c>, <c>Exists</c> or <c>DoesNotExist</c>; scopes without values allow only <c>Exists</c>.</summary>
    [Field(2, Required = true, Enum = ["DoesNotExist", "Exists", "In", "NotIn"])]
    public string Operator { get; init; } = "";

    /// <summary>Values to compare with: at least one for <c>In</c> and <c>NotIn</c>, none for the other operators.</summary>
    [Field(3, List = ListType.Atomic)]
    public IReadOnlyList<string>? Values { get; init; }
}
