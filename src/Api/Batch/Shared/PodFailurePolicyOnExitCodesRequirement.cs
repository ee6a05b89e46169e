using ActorKube.Api.Schema;

namespace ActorKube.Api.Batch;

[ApiType("io.k8s.api.batch.v1.PodFailurePolicyOnExitCodesRequirement")]
public sealed partial record PodFailurePolicyOnExitCodesRequirement
{
    [Field(1, KeepEmpty = true)]
    public string? ContainerName { get; init; }

    [Field(2, Required = true)]
    public string Operator { get; init; } = "";

    [Field(3, Required = true, Always = true, List = ListType.Set)]
    public IReadOnlyList<int>? Values { get; init; }
}
