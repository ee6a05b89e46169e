using ActorKube.Api.Schema;

namespace ActorKube.Api.ApiRegistration;

/// <summary>Whether the extension server behind a group and version answers.</summary>
[ApiType("io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIServiceStatus")]
public sealed partial record APIServiceStatus
{
    /// <summary><c>Available</c>, and the reason when it doesn't hold.</summary>
    [Field(1, List = ListType.Map, Keys = ["type"], MergeKey = "type", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<APIServiceCondition>? Conditions { get; init; }
}
