using System.Collections.Immutable;
using ActorKube.Network.Nftables;
using ActorKube.Network.Policies.Rules;
using ActorKube.Network.Policies.Tables;

namespace ActorKube.Network.Policies.Model;

/// <summary>
/// Puts the table together. A pod that policies isolate leads, by its address, to a chain that all pods under the same policies share; that one visits the chain of each of these policies and drops
/// what none has accepted. What is as it was in the table before is the same object.
/// </summary>
internal sealed class TableBuilder(FilterTable before)
{
    private readonly Dictionary<string, FilterSet> _sets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NftPart> _chains = BaseChains.All.ToDictionary(static c => c.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, string> _ingress = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _egress = new(StringComparer.Ordinal);

    /// <param name="pods">The older first.</param>
    public TableBuilder AddPods(IEnumerable<LocalPod> pods)
    {
        var self = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pod in pods)
        {
            foreach (var address in pod.Fact.Addresses)
            {
                Lead(_ingress, address, pod.IngressGroup);
                Lead(_egress, address, pod.EgressGroup);
                if (pod.IsIsolated)
                {
                    self[$"{address} . {address}"] = "";
                }
            }

            AddGroup(PolicyNames.Ingress, pod.IngressGroup, pod.Ingress);
            AddGroup(PolicyNames.Egress, pod.EgressGroup, pod.Egress);
        }

        Add(BaseChains.IngressMap, _ingress);
        Add(BaseChains.EgressMap, _egress);
        Add(BaseChains.SelfSet, self);
        return this;
    }

    public TableBuilder AddPolicies(IEnumerable<PolicyChain> chains)
    {
        foreach (var chain in chains)
        {
            _chains[chain.Chain.Name] = Known(chain.Chain);
            foreach (var set in chain.Fixed)
            {
                // Named by its contents.
                _sets.TryAdd(set.Part.Name, before.Sets.GetValueOrDefault(set.Part.Name) ?? set);
            }
        }

        return this;
    }

    public TableBuilder AddOwnPort(NamedPort port, IEnumerable<LocalPod> pods)
    {
        var elements = pods.SelectMany(p => p.Fact.ElementsOf(port)).Distinct().ToDictionary(static e => e, static _ => "", StringComparer.Ordinal);
        Add(NftPart.Set(PolicyNames.OwnPort(port), "ipv4_addr . inet_service"), elements);
        return this;
    }

    public TableBuilder AddPeers(IEnumerable<FilterSet> sets)
    {
        foreach (var set in sets)
        {
            _sets.Add(set.Part.Name, set);
        }

        return this;
    }

    public FilterTable Build() => before.With(_sets, _chains);

    private static void Lead(Dictionary<string, string> map, string address, string? group)
    {
        if (group is null)
        {
            map.Remove(address);
        }
        else
        {
            map[address] = $"jump {group}";
        }
    }

    private void AddGroup(string direction, string? name, ImmutableSortedSet<PolicyName> policies)
    {
        if (name is not null && !_chains.ContainsKey(name))
        {
            // The name says what is in it.
            _chains.Add(name, before.Chains.GetValueOrDefault(name) ?? NftPart.Chain(name, policies.Select(p => $"jump {PolicyNames.Chain(direction, p)}").Append("drop")));
        }
    }

    private void Add(NftPart part, Dictionary<string, string> elements) =>
        _sets.Add(part.Name, before.Sets.GetValueOrDefault(part.Name)?.Replace(elements) ?? FilterSet.Of(part, elements));

    private NftPart Known(NftPart chain) => before.Chains.GetValueOrDefault(chain.Name) is { } known && known == chain ? known : chain;
}
