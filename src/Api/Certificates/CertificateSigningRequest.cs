using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Certificates;

[ApiType("io.k8s.api.certificates.v1.CertificateSigningRequest")]
public sealed partial record CertificateSigningRequest : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(2, Required = true)]
    public CertificateSigningRequestSpec Spec { get; init; } = new();

    [Field(3)]
    public CertificateSigningRequestStatus Status { get; init; } = new();
}
