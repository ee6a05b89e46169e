using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

[ApiType("io.k8s.api.networking.v1.NetworkPolicyEgressRule")]
public sealed partial record NetworkPolicyEgressRule
{
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<NetworkPolicyPort>? Ports { get; init; }

    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<NetworkPolicyPeer>? To { get; init; }
}
