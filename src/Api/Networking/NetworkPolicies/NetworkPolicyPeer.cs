using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

/// <summary>Source or destination of traffic: Pods, namespaces or addresses.</summary>
[ApiType("io.k8s.api.networking.v1.NetworkPolicyPeer")]
public sealed partial record NetworkPolicyPeer
{
    /// <summary>Labels of Pods, <c>{}</c> for all: in the namespaces of <c>namespaceSelector</c>, or else in the policy's own.</summary>
    [Field(1)]
    public LabelSelector? PodSelector { get; init; }

    /// <summary>Labels of namespaces, <c>{}</c> for all; all their Pods unless <c>podSelector</c> is set.</summary>
    [Field(2)]
    public LabelSelector? NamespaceSelector { get; init; }

    /// <summary>Range of addresses; may not be combined with the selectors.</summary>
    [Field(3)]
    public IPBlock? IpBlock { get; init; }
}
