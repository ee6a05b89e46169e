using ActorKube.Network.Nftables;
using ActorKube.Network.Policies.Rules;

namespace ActorKube.Network.Policies.Tables;

/// <summary>
/// Where packets enter the table. Services are translated by then, and nothing is masqueraded yet: both sides have their pods' addresses. Being accepted ends one base chain, not what others
/// say: who may leave a pod still has to be let in by the other one. What the node itself sends to its pods passes none of them.
/// </summary>
internal static class BaseChains
{
    /// <summary>Connections that there are go on, whatever policies come.</summary>
    private const string Known = "ct state established,related accept";
    private const string Itself = $"ip saddr . ip daddr @{PolicyNames.Self} accept";
    private const string Leaving = $"ip saddr vmap @{PolicyNames.Egress}";
    private const string Entering = $"ip daddr vmap @{PolicyNames.Ingress}";

    /// <summary>
    /// To this node: the pods' name server is there, which is no pod that a policy could name. It counts what the pod has addressed: by the service of the name server it has come to some other port.
    /// </summary>
    private static readonly string[] NameServer = ["meta l4proto udp ct original proto-dst 53 accept", "meta l4proto tcp ct original proto-dst 53 accept"];

    public static IReadOnlyList<NftPart> All { get; } =
    [
        NftPart.BaseChain("leave-for-others", "filter hook forward priority -6", Known, Itself, Leaving),
        NftPart.BaseChain("leave-for-node", "filter hook input priority -6", [Known, .. NameServer, Leaving]),
        NftPart.BaseChain("enter", "filter hook forward priority -5", Known, Itself, Entering),
    ];

    public static NftPart IngressMap { get; } = NftPart.Map(PolicyNames.Ingress, "ipv4_addr", "verdict");

    public static NftPart EgressMap { get; } = NftPart.Map(PolicyNames.Egress, "ipv4_addr", "verdict");

    public static NftPart SelfSet { get; } = NftPart.Set(PolicyNames.Self, "ipv4_addr . ipv4_addr");
}
