using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.AdmissionRegistration;

[ApiType("io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicyStatus")]
public sealed partial record ValidatingAdmissionPolicyStatus
{
    [Field(1)]
    public long ObservedGeneration { get; init; }

    [Field(2)]
    public TypeChecking? TypeChecking { get; init; }

    [Field(3, List = ListType.Map, Keys = ["type"])]
    public IReadOnlyList<Condition>? Conditions { get; init; }
}
