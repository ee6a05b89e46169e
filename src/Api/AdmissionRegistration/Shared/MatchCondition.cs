using ActorKube.Api.Schema;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>Expression that decides whether a hook or policy applies.</summary>
[ApiType("io.k8s.api.admissionregistration.v1.MatchCondition")]
public sealed partial record MatchCondition
{
    /// <summary>Name of the condition, unique in its list.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>CEL over <c>object</c>, <c>oldObject</c>, <c>request</c> and <c>authorizer</c> that gives a boolean.</summary>
    [Field(2, Required = true)]
    public string Expression { get; init; } = "";
}
