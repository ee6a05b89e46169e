using ActorKube.Api.Schema;

namespace ActorKube.Api.Batch;

/// <summary>Test of the exit codes of a failed Pod's containers. Containers that end with 0 are left out.</summary>
[ApiType("io.k8s.api.batch.v1.PodFailurePolicyOnExitCodesRequirement")]
public sealed partial record PodFailurePolicyOnExitCodesRequirement
{
    /// <summary>Container whose code is tested; all containers, init containers too, when absent.</summary>
    [Field(1, KeepEmpty = true)]
    public string? ContainerName { get; init; }

    /// <summary><c>In</c> if a code must be in <c>values</c>, <c>NotIn</c> if one must not.</summary>
    [Field(2, Required = true, Enum = ["In", "NotIn"])]
    public string Operator { get; init; } = "";

    /// <summary>Exit codes, 1 to 255 of them, in ascending order and without repeats; 0 isn't allowed for <c>In</c>.</summary>
    [Field(3, Required = true, Always = true, List = ListType.Set)]
    public IReadOnlyList<int>? Values { get; init; }
}
