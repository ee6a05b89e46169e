using ActorKube.Api.Schema;

namespace ActorKube.Api.AdmissionRegistration;

[ApiType("io.k8s.api.admissionregistration.v1.WebhookClientConfig")]
public sealed partial record WebhookClientConfig
{
    [Field(3, KeepEmpty = true)]
    public string? Url { get; init; }

    [Field(1)]
    public ServiceReference? Service { get; init; }

    [Field(2)]
    public ReadOnlyMemory<byte>? CaBundle { get; init; }
}
