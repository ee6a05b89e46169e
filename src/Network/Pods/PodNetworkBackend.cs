namespace ActorKube.Network.Pods;

/// <summary>How pods' packets come from one machine to the other.</summary>
public enum PodNetworkBackend
{
    /// <summary>As they are, by a route to each node: all machines are on one network.</summary>
    HostGw,

    /// <summary>In UDP packets between the machines (RFC 7348).</summary>
    Vxlan,
}
