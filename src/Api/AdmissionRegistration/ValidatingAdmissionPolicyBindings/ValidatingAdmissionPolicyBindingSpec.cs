using ActorKube.Api.Schema;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>Policy, parameters, requests and consequences of a binding.</summary>
[ApiType("io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicyBindingSpec")]
public sealed partial record ValidatingAdmissionPolicyBindingSpec
{
    /// <summary>Policy to apply. If it doesn't exist, the binding does nothing. Required.</summary>
    [Field(1)]
    public string? PolicyName { get; init; }

    /// <summary>
    /// Parameter objects; for policies with a <c>paramKind</c>, and then required in practice, as expressions see <c>null</c> without.
    /// </summary>
    [Field(2)]
    public ParamRef? ParamRef { get; init; }

    /// <summary>Narrows the requests of the policy; all of them when absent.</summary>
    [Field(3)]
    public MatchResources? MatchResources { get; init; }

    /// <summary>
    /// What follows a failed validation: <c>Deny</c>, <c>Warn</c> (header in the answer), <c>Audit</c>; not <c>Deny</c> together with <c>Warn</c>.
    /// Required.
    /// </summary>
    [Field(4, List = ListType.Set, Enum = ["Audit", "Deny", "Warn"])]
    public IReadOnlyList<string>? ValidationActions { get; init; }
}
