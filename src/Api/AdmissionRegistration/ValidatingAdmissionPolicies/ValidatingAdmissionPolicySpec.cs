using ActorKube.Api.Schema;

namespace ActorKube.Api.AdmissionRegistration;

[ApiType("io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicySpec")]
public sealed partial record ValidatingAdmissionPolicySpec
{
    [Field(1)]
    public ParamKind? ParamKind { get; init; }

    [Field(2)]
    public MatchResources? MatchConstraints { get; init; }

    [Field(3, List = ListType.Atomic)]
    public IReadOnlyList<Validation>? Validations { get; init; }

    [Field(4, KeepEmpty = true)]
    public string? FailurePolicy { get; init; }

    [Field(5, List = ListType.Atomic)]
    public IReadOnlyList<AuditAnnotation>? AuditAnnotations { get; init; }

    [Field(6, List = ListType.Map, Keys = ["name"], MergeKey = "name", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<MatchCondition>? MatchConditions { get; init; }

    [Field(7, List = ListType.Map, Keys = ["name"], MergeKey = "name", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<Variable>? Variables { get; init; }
}
