using System.Net;

namespace ActorKube.Network.Dns;

/// <summary>Where a DNS server listens, what it answers for, and whom it asks for the rest.</summary>
public sealed record DnsServerOptions
{
    /// <summary>UDP and TCP.</summary>
    public required IPEndPoint Listen { get; init; }

    public DnsZoneOptions Zone { get; init; } = new();

    /// <summary>Servers for names outside the cluster, in the order in which they are tried; without any such names are refused.</summary>
    public IReadOnlyList<IPEndPoint> Upstreams { get; init; } = [];

    /// <summary>Answers of theirs that are remembered; default 10,000.</summary>
    public int CacheCapacity { get; init; } = 10_000;

    /// <summary>Questions for others that are under way at a time; what is more is refused. Default 1,000.</summary>
    public int MaxForwarded { get; init; } = 1_000;

    /// <summary>Connections over TCP at a time; the next ones wait. Default 200.</summary>
    public int MaxConnections { get; init; } = 200;
}
