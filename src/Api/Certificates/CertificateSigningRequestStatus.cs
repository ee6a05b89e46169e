using ActorKube.Api.Schema;

namespace ActorKube.Api.Certificates;

/// <summary>Decision about a request, and the certificate issued for it.</summary>
[ApiType("io.k8s.api.certificates.v1.CertificateSigningRequestStatus")]
public sealed partial record CertificateSigningRequestStatus
{
    /// <summary>Decisions and failures; without <c>Approved</c> nothing is issued.</summary>
    [Field(1, List = ListType.Map, Keys = ["type"])]
    public IReadOnlyList<CertificateSigningRequestCondition>? Conditions { get; init; }

    /// <summary>Certificate in PEM, followed by intermediates if there are any; as base64. Set once by the signer, then immutable.</summary>
    [Field(2, List = ListType.Atomic)]
    public ReadOnlyMemory<byte>? Certificate { get; init; }
}
