using ActorKube.Api.Schema;

namespace ActorKube.Api.Certificates;

[ApiType("io.k8s.api.certificates.v1.CertificateSigningRequestStatus")]
public sealed partial record CertificateSigningRequestStatus
{
    [Field(1, List = ListType.Map, Keys = ["type"])]
    public IReadOnlyList<CertificateSigningRequestCondition>? Conditions { get; init; }

    [Field(2, List = ListType.Atomic)]
    public ReadOnlyMemory<byte>? Certificate { get; init; }
}
