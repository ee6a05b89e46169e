using ActorKube.Api.Schema;

namespace ActorKube.Api.Certificates;

[ApiType("io.k8s.api.certificates.v1.CertificateSigningRequestCondition")]
public sealed partial record CertificateSigningRequestCondition
{
    [Field(1, Required = true)]
    public string Type { get; init; } = "";

    [Field(6, Required = true)]
    public string Status { get; init; } = "";

    [Field(2)]
    public string? Reason { get; init; }

    [Field(3)]
    public string? Message { get; init; }

    [Field(4, Always = true)]
    public DateTimeOffset? LastUpdateTime { get; init; }

    [Field(5, Always = true)]
    public DateTimeOffset? LastTransitionTime { get; init; }
}
