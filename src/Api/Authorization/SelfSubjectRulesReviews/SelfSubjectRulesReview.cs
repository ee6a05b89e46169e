using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Authorization;

/// <summary>Lists what the caller may do in a namespace. For interfaces; decisions belong to a SubjectAccessReview.</summary>
[ApiType("io.k8s.api.authorization.v1.SelfSubjectRulesReview")]
public sealed partial record SelfSubjectRulesReview : IApiObject
{
    /// <summary>The kind of this object, <c>SelfSubjectRulesReview</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>authorization.k8s.io/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Namespace for which the rules are asked; rules differ between namespaces.</summary>
    [Field(2, Required = true)]
    public SelfSubjectRulesReviewSpec Spec { get; init; } = new();

    /// <summary>What the caller may do; filled in by the server.</summary>
    [Field(3)]
    public SubjectRulesReviewStatus Status { get; init; } = new();
}
