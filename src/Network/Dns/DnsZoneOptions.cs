namespace ActorKube.Network.Dns;

/// <summary>What the cluster's zone is called, and how long its records may be remembered.</summary>
public sealed record DnsZoneOptions
{
    /// <summary>Default <c>cluster.local</c>.</summary>
    public string Domain { get; init; } = "cluster.local";

    /// <summary>Whole seconds; default 5, as Kubernetes' own DNS has it. What isn't there is remembered as long.</summary>
    public TimeSpan Ttl { get; init; } = TimeSpan.FromSeconds(5);
}
