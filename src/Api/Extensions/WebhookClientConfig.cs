using ActorKube.Api.Schema;

namespace ActorKube.Api.Extensions;

/// <summary>How to reach a conversion hook: set exactly one of <c>url</c> and <c>service</c>.</summary>
[ApiType("io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.WebhookClientConfig")]
public sealed partial record WebhookClientConfig
{
    /// <summary>HTTPS URL, <c>https://host:port/path</c>, without user, query or fragment.</summary>
    [Field(3, KeepEmpty = true)]
    public string? Url { get; init; }

    /// <summary>Service that answers; preferred for hooks that run in the cluster.</summary>
    [Field(1)]
    public ServiceReference? Service { get; init; }

    /// <summary>PEM certificates, as base64, that the hook's certificate must chain to; the server's system roots when absent.</summary>
    [Field(2)]
    public ReadOnlyMemory<byte>? CaBundle { get; init; }
}
