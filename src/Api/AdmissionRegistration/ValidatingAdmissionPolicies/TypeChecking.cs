using ActorKube.Api.Schema;

namespace ActorKube.Api.AdmissionRegistration;

[ApiType("io.k8s.api.admissionregistration.v1.TypeChecking")]
public sealed partial record TypeChecking
{
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<ExpressionWarning>? ExpressionWarnings { get; init; }
}
