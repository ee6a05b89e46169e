using System.Collections.Immutable;
using ActorKube.Api.Networking;
using ActorKube.Network.Addressing;

namespace ActorKube.Network.Policies.Rules;

/// <summary>The ports of a rule, one match being enough.</summary>
internal sealed record AllowedPorts
{
    /// <summary>All of all protocols, those without ports among them.</summary>
    public bool IsEverything { get; private init; }

    /// <summary>Protocols of which every port is allowed.</summary>
    public ImmutableArray<Transport> Whole { get; private init; } = [];

    /// <summary>By number; ranges as nft writes them.</summary>
    public ImmutableArray<(Transport Transport, IReadOnlyList<string> Ranges)> Numbers { get; private init; } = [];

    public ImmutableArray<NamedPort> Names { get; private init; } = [];

    /// <param name="problems">What can't be programmed, and allows nothing.</param>
    public static AllowedPorts Read(IReadOnlyList<NetworkPolicyPort> ports, out IReadOnlyList<string> problems)
    {
        problems = [.. ports.Where(static p => Transports.Parse(p.Protocol) is null).Select(static p => $"a port of protocol {p.Protocol} allows nothing: it isn't known")];
        if (ports.Count == 0)
        {
            return new AllowedPorts { IsEverything = true };
        }

        var known = ports.Where(static p => Transports.Parse(p.Protocol) is not null).Select(static p => (Transport: Transports.Parse(p.Protocol)!.Value, Port: p)).ToList();
        var whole = known.Where(static p => p.Port.Port is null).Select(static p => p.Transport).Distinct().ToImmutableArray();
        var rest = known.Where(p => !whole.Contains(p.Transport)).ToList();
        return new AllowedPorts
        {
            Whole = whole,
            Numbers = [.. rest.Where(static p => p.Port.Port is { IsString: false }).GroupBy(static p => p.Transport, static p => (First: p.Port.Port!.Value.IntValue, Last: p.Port.EndPort ?? p.Port.Port!.Value.IntValue))
                .Select(static g => (g.Key, PortRanges.Texts(g)))],
            Names = [.. rest.Where(static p => p.Port.Port is { IsString: true }).Select(static p => new NamedPort(p.Transport, p.Port.Port!.Value.Text!)).Distinct()],
        };
    }
}
