using ActorKube.Network.Addressing;

namespace ActorKube.Network.Pods.Plans;

/// <summary>A route to the pods of other nodes.</summary>
/// <param name="Gateway">With a tunnel its other end, else the address of the node.</param>
/// <param name="Device">Index of the interface; 0 leaves it to the kernel.</param>
internal readonly record struct PodRoute(Ipv4Network Destination, uint Gateway, int Device = 0);
