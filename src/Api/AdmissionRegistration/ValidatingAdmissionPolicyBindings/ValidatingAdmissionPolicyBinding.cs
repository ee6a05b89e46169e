using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>Puts a policy into force, for certain requests, with certain parameters and consequences.</summary>
[ApiType("io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicyBinding")]
public sealed partial record ValidatingAdmissionPolicyBinding : IApiObject
{
    /// <summary>The kind of this object, <c>ValidatingAdmissionPolicyBinding</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>admissionregistration.k8s.io/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, labels, annotations and bookkeeping of the object; it is cluster-wide and has no namespace.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Policy that is put into force, its parameters, requests and consequences.</summary>
    [Field(2)]
    public ValidatingAdmissionPolicyBindingSpec Spec { get; init; } = new();
}
