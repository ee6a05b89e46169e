using System.Net;

namespace ActorKube.Ingresses;

/// <summary>What a host's ingress is started with.</summary>
public sealed record IngressOptions
{
    /// <summary>Name of the Node: Events tell it, and endpoints are preferred that are hinted for its zone.</summary>
    public required string NodeName { get; init; }

    /// <summary>Port of HTTP; 0 for any.</summary>
    public int HttpPort { get; init; } = 80;

    /// <summary>Port of HTTPS; 0 for any.</summary>
    public int HttpsPort { get; init; } = 443;

    /// <summary>Address to listen on; default: all, of both families.</summary>
    public IPAddress? Listen { get; init; }

    /// <summary>Addresses of proxies in front of this host, whose <c>X-Forwarded-*</c> is believed; default: none.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>Ports are opened at the start, or the host doesn't start. Otherwise they are opened when there is an Ingress to serve, and tried again if they can't be had.</summary>
    public bool IsRequired { get; init; }

    /// <summary>After how long a port that couldn't be had is tried again; default 30 s.</summary>
    public TimeSpan RetryPort { get; init; } = TimeSpan.FromSeconds(30);
}
