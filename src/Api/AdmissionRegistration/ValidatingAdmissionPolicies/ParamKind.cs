using ActorKube.Api.Schema;

namespace ActorKube.Api.AdmissionRegistration;

[ApiType("io.k8s.api.admissionregistration.v1.ParamKind", Atomic = true)]
public sealed partial record ParamKind
{
    [Field(1)]
    public string? ApiVersion { get; init; }

    [Field(2)]
    public string? Kind { get; init; }
}
