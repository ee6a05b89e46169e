using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

[ApiType("io.k8s.api.networking.v1.NetworkPolicyPeer")]
public sealed partial record NetworkPolicyPeer
{
    [Field(1)]
    public LabelSelector? PodSelector { get; init; }

    [Field(2)]
    public LabelSelector? NamespaceSelector { get; init; }

    [Field(3)]
    public IPBlock? IpBlock { get; init; }
}
