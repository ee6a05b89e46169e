using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

/// <summary>Hosts, paths, backends and TLS of an Ingress.</summary>
[ApiType("io.k8s.api.networking.v1.IngressSpec")]
public sealed partial record IngressSpec
{
    /// <summary>
    /// IngressClass that is to serve it; the default class, if there is one, when absent. Replaces the annotation <c>kubernetes.io/ingress.class</c>.
    /// </summary>
    [Field(4, KeepEmpty = true)]
    public string? IngressClassName { get; init; }

    /// <summary>Where requests go that no rule matches; required when there are no rules.</summary>
    [Field(1)]
    public IngressBackend? DefaultBackend { get; init; }

    /// <summary>Certificates, by host; on port 443, chosen by SNI.</summary>
    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<IngressTLS>? Tls { get; init; }

    /// <summary>Rules, by host; all requests go to the default backend when empty.</summary>
    [Field(3, List = ListType.Atomic)]
    public IReadOnlyList<IngressRule>? Rules { get; init; }
}
