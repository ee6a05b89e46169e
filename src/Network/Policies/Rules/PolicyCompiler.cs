using System.Collections.Immutable;
using ActorKube.Api.Meta;
using ActorKube.Api.Networking;
using ActorKube.Api.Selectors;

namespace ActorKube.Network.Policies.Rules;

/// <summary>From a NetworkPolicy to rules. Pure. What can't be understood allows nothing and is told.</summary>
internal sealed class PolicyCompiler
{
    private readonly PolicyName _name;
    private readonly List<string> _problems = [];

    private PolicyCompiler(PolicyName name) => _name = name;

    public static CompiledPolicy Compile(NetworkPolicy policy)
    {
        var name = new PolicyName(policy.Metadata.Namespace ?? "", policy.Metadata.Name ?? "");
        return new PolicyCompiler(name).Run(policy.Spec);
    }

    private CompiledPolicy Run(NetworkPolicySpec spec)
    {
        // As defaults say it, for policies that were stored without them.
        var types = spec.PolicyTypes is { Count: > 0 } given ? given : spec.Egress is { Count: > 0 } ? ["Ingress", "Egress"] : ["Ingress"];
        var pods = Query(spec.PodSelector, "podSelector");
        var ingress = types.Contains("Ingress") ? Chain(isIngress: true, (spec.Ingress ?? []).Select(static r => (r.From, r.Ports))) : null;
        var egress = types.Contains("Egress") ? Chain(isIngress: false, (spec.Egress ?? []).Select(static r => (r.To, r.Ports))) : null;
        return new CompiledPolicy(_name, pods ?? LabelQuery.Nothing, ingress, egress) { Problems = [.. _problems] };
    }

    private PolicyChain Chain(bool isIngress, IEnumerable<(IReadOnlyList<NetworkPolicyPeer>? Peers, IReadOnlyList<NetworkPolicyPort>? Ports)> rules)
    {
        var chain = new ChainBuilder(_name, isIngress);
        foreach (var (peers, ports) in rules)
        {
            var allowed = ReadPorts(ports ?? []);
            if (peers is not { Count: > 0 })
            {
                chain.AllowEverybody(allowed);
                continue;
            }

            // Blocks are alternatives: one set has them all.
            var blocks = AddressRanges.None;
            foreach (var peer in peers)
            {
                if (peer.IpBlock is { } block)
                {
                    blocks = blocks.Union(BlockReader.Read(block, _problems));
                }
                else if (Selector(peer) is { } selector)
                {
                    chain.Allow(selector, allowed);
                }
            }

            chain.Allow(blocks, allowed);
        }

        return chain.Build();
    }

    private AllowedPorts ReadPorts(IReadOnlyList<NetworkPolicyPort> ports)
    {
        var read = AllowedPorts.Read(ports, out var problems);
        _problems.AddRange(problems);
        return read;
    }

    /// <summary>Null if it can't be understood.</summary>
    private PeerSelector? Selector(NetworkPolicyPeer peer)
    {
        var pods = peer.PodSelector is null ? LabelQuery.Everything : Query(peer.PodSelector, "a peer's podSelector");
        if (pods is null)
        {
            return null;
        }

        if (peer.NamespaceSelector is null)
        {
            return peer.PodSelector is null ? null : PeerSelector.InNamespace(_name.Namespace, pods);
        }

        return Query(peer.NamespaceSelector, "a peer's namespaceSelector") is { } namespaces ? PeerSelector.InNamespaces(namespaces, pods) : null;
    }

    private LabelQuery? Query(LabelSelector selector, string place)
    {
        try
        {
            return LabelQueries.Of(selector);
        }
        catch (SelectorException e)
        {
            _problems.Add($"{place} selects nothing: {e.Message}");
            return null;
        }
    }
}
