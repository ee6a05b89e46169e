using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

/// <summary>Traffic allowed out of the Pods; port and destination must match.</summary>
[ApiType("io.k8s.api.networking.v1.NetworkPolicyEgressRule")]
public sealed partial record NetworkPolicyEgressRule
{
    /// <summary>Destination ports that are allowed; all of them when empty.</summary>
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<NetworkPolicyPort>? Ports { get; init; }

    /// <summary>Destinations, one match being enough; all when empty.</summary>
    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<NetworkPolicyPeer>? To { get; init; }
}
