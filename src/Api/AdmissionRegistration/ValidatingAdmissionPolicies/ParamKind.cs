using ActorKube.Api.Schema;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>Kind of the objects that parameterise a policy.</summary>
[ApiType("io.k8s.api.admissionregistration.v1.ParamKind", Atomic = true)]
public sealed partial record ParamKind
{
    /// <summary>API group and version of the kind, such as <c>rules.example.com/v1</c>.</summary>
    [Field(1)]
    public string? ApiVersion { get; init; }

    /// <summary>Kind of the parameter objects; may be a built-in or a custom one.</summary>
    [Field(2)]
    public string? Kind { get; init; }
}
