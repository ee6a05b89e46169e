using ActorKube.Network.Addressing;
using ActorKube.Network.Nftables;
using ActorKube.Network.Policies.Tables;

namespace ActorKube.Network.Policies.Rules;

/// <summary>
/// Writes the rules of one policy in one direction. Each accepts something; who comes to the end of the chain goes on with the next policy, and is dropped after the last.
/// A port by name is a port of the one who is connected to: on ingress each pod of this node has its own number for it, on egress each peer has.
/// </summary>
internal sealed class ChainBuilder(PolicyName policy, bool isIngress)
{
    private readonly List<string> _rules = [];
    private readonly Dictionary<string, FilterSet> _fixed = [];
    private readonly HashSet<PeerSet> _peers = [];
    private readonly HashSet<NamedPort> _ownPorts = [];
    private readonly string _peer = isIngress ? "ip saddr" : "ip daddr";

    public void AllowEverybody(AllowedPorts ports) => Allow("", PeerSelector.Everybody, ports);

    public void Allow(PeerSelector peers, AllowedPorts ports)
    {
        if (ports.IsEverything || ports.Whole.Length > 0 || ports.Numbers.Length > 0 || (isIngress && ports.Names.Length > 0))
        {
            var addresses = new PeerSet(peers, null);
            _peers.Add(addresses);
            AllowNumbers($"{_peer} @{addresses.SetName}", ports);
        }

        AllowNames(isIngress ? $"{_peer} @{new PeerSet(peers, null).SetName}" : "", peers, ports);
    }

    public void Allow(AddressRanges blocks, AllowedPorts ports)
    {
        if (!blocks.IsEmpty)
        {
            Allow(blocks.IsEverything ? "" : $"{_peer} {Member([.. blocks.Texts], PolicyNames.Blocks(blocks.Texts), "ipv4_addr")}", PeerSelector.Everybody, ports);
        }
    }

    public PolicyChain Build() => new(NftPart.Chain(PolicyNames.Chain(isIngress ? PolicyNames.Ingress : PolicyNames.Egress, policy), _rules.Distinct()))
    {
        Fixed = [.. _fixed.Values],
        Peers = [.. _peers],
        OwnPorts = [.. _ownPorts],
    };

    /// <param name="match">Of the peer's address; empty for all.</param>
    /// <param name="peers">Pods among which names of ports are looked for.</param>
    private void Allow(string match, PeerSelector peers, AllowedPorts ports)
    {
        AllowNumbers(match, ports);
        AllowNames(match, peers, ports);
    }

    private void AllowNumbers(string match, AllowedPorts ports)
    {
        if (ports.IsEverything)
        {
            Add(match, "");
        }

        foreach (var transport in ports.Whole)
        {
            Add(match, $"meta l4proto {transport.Text()}");
        }

        foreach (var (transport, ranges) in ports.Numbers)
        {
            Add(match, $"{transport.Text()} dport {Member(ranges, PolicyNames.Ports(transport, ranges), "inet_service")}");
        }
    }

    private void AllowNames(string match, PeerSelector peers, AllowedPorts ports)
    {
        foreach (var port in ports.Names)
        {
            string set;
            if (isIngress)
            {
                _ownPorts.Add(port);
                set = PolicyNames.OwnPort(port);
            }
            else
            {
                var named = new PeerSet(peers, port);
                _peers.Add(named);
                set = named.SetName;
            }

            Add(match, $"ip daddr . {port.Transport.Text()} dport @{set}");
        }
    }

    private void Add(string match, string port) => _rules.Add(string.Join(' ', new[] { match, port, "accept" }.Where(static p => p.Length > 0)));

    /// <summary>One range is written into the rule, several are a set.</summary>
    private string Member(IReadOnlyList<string> ranges, string set, string type)
    {
        if (ranges is [var single])
        {
            return single;
        }

        _fixed.TryAdd(set, FilterSet.Of(new NftPart("set", set, $"type {type} ; flags interval ;"), ranges.Select(static r => KeyValuePair.Create(r, ""))));
        return $"@{set}";
    }
}
