using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

/// <summary>Pods that a policy selects, and the traffic they may have.</summary>
[ApiType("io.k8s.api.networking.v1.NetworkPolicySpec")]
public sealed partial record NetworkPolicySpec
{
    /// <summary>Labels of the Pods in the namespace; <c>{}</c> selects all of them.</summary>
    [Field(1, Required = true)]
    public LabelSelector PodSelector { get; init; } = new();

    /// <summary>Traffic allowed in; empty allows none to the selected Pods.</summary>
    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<NetworkPolicyIngressRule>? Ingress { get; init; }

    /// <summary>Traffic allowed out; empty allows none if <c>policyTypes</c> has <c>Egress</c>.</summary>
    [Field(3, List = ListType.Atomic)]
    public IReadOnlyList<NetworkPolicyEgressRule>? Egress { get; init; }

    /// <summary>
    /// <c>Ingress</c>, <c>Egress</c> or both. Default is <c>Ingress</c>, and <c>Egress</c> if there are such rules; to forbid all egress, write it.
    /// </summary>
    [Field(4, List = ListType.Atomic, Enum = ["Egress", "Ingress"])]
    public IReadOnlyList<string>? PolicyTypes { get; init; }
}
