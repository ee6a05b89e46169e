using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

/// <summary>Traffic allowed into the Pods; port and source must match.</summary>
[ApiType("io.k8s.api.networking.v1.NetworkPolicyIngressRule")]
public sealed partial record NetworkPolicyIngressRule
{
    /// <summary>Ports of the selected Pods that are allowed; all of them when empty.</summary>
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<NetworkPolicyPort>? Ports { get; init; }

    /// <summary>Sources, one match being enough; all when empty.</summary>
    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<NetworkPolicyPeer>? From { get; init; }
}
