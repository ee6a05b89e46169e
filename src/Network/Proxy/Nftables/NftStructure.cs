using System.Collections.Immutable;
using ActorKube.Network.Addressing;
using ActorKube.Network.Nftables;
using ActorKube.Network.Proxy.Tables;

namespace ActorKube.Network.Proxy.Nftables;

/// <summary>
/// The chains, sets and maps that a service table needs. There is no chain for a service or an endpoint: what differs from service to service are elements of maps, so neither a look-up
/// nor a change depends on the number of services. A new connection passes: <c>services</c> (its frontend), the chain that spreads over so many backends, and the map of the backend's
/// position; packets of known connections pass none of it.
/// </summary>
internal static class NftStructure
{
    public const string FrontendType = "ipv4_addr . inet_proto . inet_service";
    private const string BackendType = "ipv4_addr . inet_service";
    private const string Frontend = "ip daddr . meta l4proto . th dport";

    /// <summary>Before the kernel's translation of destinations, priority -100.</summary>
    private const int BeforeTranslation = -110;

    /// <summary>The parts by name; sets and maps first.</summary>
    public static IEnumerable<NftPart> Of(ServiceTable table) =>
        Fixed(table.Node).Concat(table.Restrictions.Keys.Select(Allow)).Concat(table.Shapes.Keys.SelectMany(OfShape)).Distinct().OrderBy(static p => p.Kind == "chain");

    private static NftPart Map(string name, string data) => NftPart.Map(name, FrontendType, data);

    private static NftPart Allow(string sources) => NftPart.Chain(RouteElements.AllowChain(sources), $"ip saddr != {{ {sources} }} drop");

    private static IEnumerable<NftPart> Fixed(NodeFacts node)
    {
        var pods = node.PodNetworks.Length == 0 ? null : string.Join(", ", Outermost(node.PodNetworks));
        string[] refusals = [$"ct state new {Frontend} vmap @{NftNames.Unserved}"];
        string[] clusterOnly = [.. refusals, $"ct state new ip daddr @{NftNames.ClusterIps} reject"];
        return
        [
            Map(NftNames.Services, "verdict"),
            Map(NftNames.Inside, "verdict"),
            Map(NftNames.Outside, "verdict"),
            Map(NftNames.Unserved, "verdict"),
            Map(NftNames.Restricted, "verdict"),
            NftPart.Set(NftNames.ClusterIps, "ipv4_addr"),
            NftPart.Set(NftNames.Masqueraded, FrontendType),
            NftPart.Set(NftNames.MasqueradedForHost, FrontendType),
            NftPart.Set(NftNames.Hairpins, $"{FrontendType} . ipv4_addr . ipv4_addr"),
            NftPart.Chain(NftNames.Refuse, "reject"),
            NftPart.Chain(NftNames.SplitInside, $"{Frontend} vmap @{NftNames.Inside}"),
            NftPart.Chain(NftNames.Split, Split(pods)),
            NftPart.BaseChain("restrict-prerouting", $"filter hook prerouting priority {BeforeTranslation}", $"ct state new {Frontend} vmap @{NftNames.Restricted}"),
            NftPart.BaseChain("restrict-output", $"filter hook output priority {BeforeTranslation}", $"ct state new {Frontend} vmap @{NftNames.Restricted}"),
            NftPart.BaseChain("prerouting", "nat hook prerouting priority -100", $"{Frontend} vmap @{NftNames.Services}"),
            NftPart.BaseChain("output", "nat hook output priority -100", $"{Frontend} vmap @{NftNames.Services}"),
            NftPart.BaseChain("postrouting", "nat hook postrouting priority 100", Masquerading(pods)),
            NftPart.BaseChain("refuse-input", "filter hook input priority 0", refusals),
            NftPart.BaseChain("refuse-forward", "filter hook forward priority 0", clusterOnly),
            NftPart.BaseChain("refuse-output", "filter hook output priority 0", clusterOnly),
        ];
    }

    private static IEnumerable<string> Split(string? pods) =>
    [
        .. pods is null ? Array.Empty<string>() : [$"ip saddr {{ {pods} }} goto {NftNames.SplitInside}"],
        $"fib saddr type local goto {NftNames.SplitInside}",
        $"{Frontend} vmap @{NftNames.Outside}",
    ];

    /// <summary>
    /// By what the connection was addressed to, which connection tracking knows: no mark is needed that others might use too. nft has to be told the protocol before it knows what a port is.
    /// </summary>
    private static IEnumerable<string> Masquerading(string? pods)
    {
        yield return "ct status & dnat == 0 return";
        if (pods is not null)
        {
            yield return $"ct original ip daddr @{NftNames.ClusterIps} ip saddr != {{ {pods} }} masquerade fully-random";
        }

        foreach (var protocol in Enum.GetValues<Transport>().Select(static t => t.Text()))
        {
            var addressed = $"meta l4proto {protocol} ct original ip daddr . meta l4proto . ct original proto-dst";
            yield return $"{addressed} @{NftNames.Masqueraded} masquerade fully-random";
            yield return $"{addressed} @{NftNames.MasqueradedForHost} fib saddr type local masquerade fully-random";
            yield return $"{addressed} . ip saddr . ip daddr @{NftNames.Hairpins} masquerade fully-random";
        }
    }

    private static IEnumerable<NftPart> OfShape(RouteShape shape) => shape.Slots > 0 ? Sticky(shape) : Spread(shape);

    private static IEnumerable<NftPart> Spread(RouteShape shape)
    {
        for (var i = 0; i < shape.Backends; i++)
        {
            var map = NftNames.Backends(NftNames.Prefix(shape), i);
            yield return Map(map, BackendType);
            yield return NftPart.Chain(NftNames.Pick(NftNames.Prefix(shape), i), $"dnat ip to {Frontend} map @{map}");
        }

        if (shape.Backends > 1)
        {
            yield return NftPart.Chain(NftNames.Spread(shape), Choose(shape.Backends, i => NftNames.Pick(NftNames.Prefix(shape), i)));
        }
    }

    /// <summary>A client whose slot is still taken stays there. Others get one, and are remembered with it.</summary>
    private static IEnumerable<NftPart> Sticky(RouteShape shape)
    {
        var prefix = NftNames.Prefix(shape);
        for (var slot = 0; slot < shape.Slots; slot++)
        {
            var clients = NftNames.Affinity(prefix, slot);
            yield return new NftPart("set", clients, $"type ipv4_addr . {FrontendType} ; flags dynamic, timeout ; size 262144 ;");
            yield return Map(NftNames.Held(prefix, slot), "verdict");
            yield return Map(NftNames.Slot(prefix, slot), BackendType);
            yield return NftPart.Chain(
                NftNames.Keep(prefix, slot, shape.Timeout),
                NftNames.Text($"update @{clients} {{ ip saddr . {Frontend} timeout {shape.Timeout}s }}"),
                $"dnat ip to {Frontend} map @{NftNames.Slot(prefix, slot)}");
        }

        for (var i = 0; i < shape.Backends; i++)
        {
            yield return Map(NftNames.Chosen(prefix, i), "verdict");
            yield return NftPart.Chain(NftNames.Chosen(prefix, i), $"{Frontend} vmap @{NftNames.Chosen(prefix, i)}");
        }

        var held = Enumerable.Range(0, shape.Slots).Select(s => $"ip saddr . {Frontend} @{NftNames.Affinity(prefix, s)} {Frontend} vmap @{NftNames.Held(prefix, s)}");
        yield return NftPart.Chain(NftNames.Spread(shape), [.. held, Choose(shape.Backends, i => NftNames.Chosen(prefix, i))]);
    }

    private static string Choose(int count, Func<int, string> chain) =>
        NftNames.Text($"numgen random mod {count} vmap {{ {string.Join(", ", Enumerable.Range(0, count).Select(i => NftNames.Text($"{i} : goto {chain(i)}")))} }}");

    private static IEnumerable<Ipv4Network> Outermost(ImmutableArray<Ipv4Network> networks) => networks.Distinct().Where(n => !networks.Any(o => o != n && o.Contains(n)));
}
