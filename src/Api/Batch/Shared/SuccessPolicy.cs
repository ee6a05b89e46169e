using ActorKube.Api.Schema;

namespace ActorKube.Api.Batch;

[ApiType("io.k8s.api.batch.v1.SuccessPolicy")]
public sealed partial record SuccessPolicy
{
    [Field(1, Required = true, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<SuccessPolicyRule>? Rules { get; init; }
}
