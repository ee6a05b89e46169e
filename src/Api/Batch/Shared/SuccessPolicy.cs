using ActorKube.Api.Schema;

namespace ActorKube.Api.Batch;

/// <summary>Rules by which an <c>Indexed</c> Job succeeds before all its indexes have.</summary>
[ApiType("io.k8s.api.batch.v1.SuccessPolicy")]
public sealed partial record SuccessPolicy
{
    /// <summary>Rules, 1 to 20; the first that is met ends the Job as a success and stops its other Pods.</summary>
    [Field(1, Required = true, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<SuccessPolicyRule>? Rules { get; init; }
}
