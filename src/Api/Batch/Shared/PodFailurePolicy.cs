using ActorKube.Api.Schema;

namespace ActorKube.Api.Batch;

[ApiType("io.k8s.api.batch.v1.PodFailurePolicy")]
public sealed partial record PodFailurePolicy
{
    [Field(1, Required = true, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<PodFailurePolicyRule>? Rules { get; init; }
}
