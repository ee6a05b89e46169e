using ActorKube.Api.Schema;

namespace ActorKube.Api.Batch;

/// <summary>Rules by which a Job treats some failures of Pods differently from others.</summary>
[ApiType("io.k8s.api.batch.v1.PodFailurePolicy")]
public sealed partial record PodFailurePolicy
{
    /// <summary>Rules, at most 20; the first that matches decides. If none does, the failure counts against <c>backoffLimit</c>.</summary>
    [Field(1, Required = true, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<PodFailurePolicyRule>? Rules { get; init; }
}
