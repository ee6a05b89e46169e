using ActorKube.Api.Schema;

namespace ActorKube.Api.Authorization;

/// <summary>Namespace for which the caller asks about its rights.</summary>
[ApiType("io.k8s.api.authorization.v1.SelfSubjectRulesReviewSpec")]
public sealed partial record SelfSubjectRulesReviewSpec
{
    /// <summary>Namespace to list the rights for; required, as there is no cluster-wide answer.</summary>
    [Field(1)]
    public string? Namespace { get; init; }
}
