using ActorKube.Api.Schema;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>How to reach a hook: set exactly one of <c>url</c> and <c>service</c>.</summary>
[ApiType("io.k8s.api.admissionregistration.v1.WebhookClientConfig")]
public sealed partial record WebhookClientConfig
{
    /// <summary>HTTPS URL, <c>https://host:port/path</c>, without user, query or fragment. The host shouldn't be a Service of the cluster.</summary>
    [Field(3, KeepEmpty = true)]
    public string? Url { get; init; }

    /// <summary>Service that answers; preferred for hooks that run in the cluster.</summary>
    [Field(1)]
    public ServiceReference? Service { get; init; }

    /// <summary>PEM certificates, as base64, that the hook's certificate must chain to; the server's system roots when absent.</summary>
    [Field(2)]
    public ReadOnlyMemory<byte>? CaBundle { get; init; }
}
