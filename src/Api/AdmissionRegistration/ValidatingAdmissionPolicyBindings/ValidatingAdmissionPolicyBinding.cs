using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.AdmissionRegistration;

[ApiType("io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicyBinding")]
public sealed partial record ValidatingAdmissionPolicyBinding : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(2)]
    public ValidatingAdmissionPolicyBindingSpec Spec { get; init; } = new();
}
