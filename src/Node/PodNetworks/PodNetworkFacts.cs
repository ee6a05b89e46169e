namespace ActorKube.NodeAgent.PodNetworks;

/// <summary>What a host that joins its pods with those of other hosts tells its node agent. Both are thread-safe and fast.</summary>
/// <param name="Mtu">Largest packet of a pod, in bytes.</param>
/// <param name="Problem">Why pods can't reach others; null if they can.</param>
public sealed record PodNetworkFacts(Func<int> Mtu, Func<string?> Problem);
