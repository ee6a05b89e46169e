using ActorKube.Api.Schema;

namespace ActorKube.Api.Authorization;

/// <summary>What the caller may do in the namespace, as far as authorizers can list it.</summary>
[ApiType("io.k8s.api.authorization.v1.SubjectRulesReviewStatus")]
public sealed partial record SubjectRulesReviewStatus
{
    /// <summary>Rules for resources; may be longer than necessary or have repeats.</summary>
    [Field(1, Required = true, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<ResourceRule>? ResourceRules { get; init; }

    /// <summary>Rules for paths; may be longer than necessary or have repeats.</summary>
    [Field(2, Required = true, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<NonResourceRule>? NonResourceRules { get; init; }

    /// <summary>Whether rules may be missing, as when an authorizer can't list them.</summary>
    [Field(3, Required = true, Always = true)]
    public bool Incomplete { get; init; }

    /// <summary>What went wrong while gathering them; doesn't void the rules that are there.</summary>
    [Field(4)]
    public string? EvaluationError { get; init; }
}
