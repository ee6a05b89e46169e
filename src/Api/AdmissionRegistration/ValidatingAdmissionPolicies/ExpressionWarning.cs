using ActorKube.Api.Schema;

namespace ActorKube.Api.AdmissionRegistration;

[ApiType("io.k8s.api.admissionregistration.v1.ExpressionWarning")]
public sealed partial record ExpressionWarning
{
    [Field(2, Required = true)]
    public string FieldRef { get; init; } = "";

    [Field(3, Required = true)]
    public string Warning { get; init; } = "";
}
