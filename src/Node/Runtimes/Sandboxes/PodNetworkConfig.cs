namespace ActorKube.NodeAgent.Runtimes;

/// <summary>The network that sandboxes of a node are on, but for those on the host's.</summary>
/// <param name="Cidr">IPv4 range of their addresses. The first address is the network's, the second the host's.</param>
/// <param name="Mtu">Largest packet in bytes.</param>
public sealed record PodNetworkConfig(string Cidr, int Mtu);
