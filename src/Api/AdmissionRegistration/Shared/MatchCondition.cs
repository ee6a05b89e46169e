using ActorKube.Api.Schema;

namespace ActorKube.Api.AdmissionRegistration;

[ApiType("io.k8s.api.admissionregistration.v1.MatchCondition")]
public sealed partial record MatchCondition
{
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    [Field(2, Required = true)]
    public string Expression { get; init; } = "";
}
