using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.AdmissionRegistration;

[ApiType("io.k8s.api.admissionregistration.v1.ParamRef", Atomic = true)]
public sealed partial record ParamRef
{
    [Field(1)]
    public string? Name { get; init; }

    [Field(2)]
    public string? Namespace { get; init; }

    [Field(3)]
    public LabelSelector? Selector { get; init; }

    [Field(4, KeepEmpty = true)]
    public string? ParameterNotFoundAction { get; init; }
}
