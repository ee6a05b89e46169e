using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Certificates;

/// <summary>Asks a signer for an X.509 certificate; someone approves it, and the signer issues the certificate. Deleted after a while.</summary>
[ApiType("io.k8s.api.certificates.v1.CertificateSigningRequest")]
public sealed partial record CertificateSigningRequest : IApiObject
{
    /// <summary>The kind of this object, <c>CertificateSigningRequest</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>certificates.k8s.io/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, labels, annotations and bookkeeping of the object; it is cluster-wide and has no namespace.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>The request; immutable once made. The server adds who made it.</summary>
    [Field(2, Required = true)]
    public CertificateSigningRequestSpec Spec { get; init; } = new();

    /// <summary>Approval and certificate; written through the <c>approval</c> and <c>status</c> subresources.</summary>
    [Field(3)]
    public CertificateSigningRequestStatus Status { get; init; } = new();
}
