using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>Validates requests with CEL expressions inside the server. It does nothing until a binding refers to it.</summary>
[ApiType("io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicy")]
public sealed partial record ValidatingAdmissionPolicy : IApiObject
{
    /// <summary>The kind of this object, <c>ValidatingAdmissionPolicy</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>admissionregistration.k8s.io/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, labels, annotations and bookkeeping of the object; it is cluster-wide and has no namespace.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Expressions, the requests they apply to, and the treatment of errors.</summary>
    [Field(2)]
    public ValidatingAdmissionPolicySpec Spec { get; init; } = new();

    /// <summary>What controllers last observed; written through the <c>status</c> subresource and ignored in ordinary writes.</summary>
    [Field(3)]
    public ValidatingAdmissionPolicyStatus Status { get; init; } = new();
}
