using ActorKube.Api.Schema;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>Expressions of a policy, and the requests they apply to.</summary>
[ApiType("io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicySpec")]
public sealed partial record ValidatingAdmissionPolicySpec
{
    /// <summary>Kind of parameter objects; absent for a policy without. Expressions see the object as <c>params</c>.</summary>
    [Field(1)]
    public ParamKind? ParamKind { get; init; }

    /// <summary>Requests the policy applies to; required, though a binding may narrow it.</summary>
    [Field(2)]
    public MatchResources? MatchConstraints { get; init; }

    /// <summary>Expressions that must be true; at least one of these or one audit annotation is needed.</summary>
    [Field(3, List = ListType.Atomic)]
    public IReadOnlyList<Validation>? Validations { get; init; }

    /// <summary>
    /// What follows errors, such as a bad expression or a missing parameter: <c>Fail</c> (default) refuses the request, <c>Ignore</c> passes it.
    /// </summary>
    [Field(4, KeepEmpty = true, Enum = ["Fail", "Ignore"])]
    public string? FailurePolicy { get; init; }

    /// <summary>Entries for the audit events of matching requests.</summary>
    [Field(5, List = ListType.Atomic)]
    public IReadOnlyList<AuditAnnotation>? AuditAnnotations { get; init; }

    /// <summary>Expressions, at most 64, that must all be true for the policy to apply; an error counts by the failure policy.</summary>
    [Field(6, List = ListType.Map, Keys = ["name"], MergeKey = "name", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<MatchCondition>? MatchConditions { get; init; }

    /// <summary>Expressions with a name, usable elsewhere as <c>variables.&lt;name&gt;</c>; a variable may use those before it.</summary>
    [Field(7, List = ListType.Map, Keys = ["name"], MergeKey = "name", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<Variable>? Variables { get; init; }
}
