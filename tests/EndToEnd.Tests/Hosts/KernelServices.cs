using System.Globalization;
using System.Text.Json.Nodes;
using ActorKube.Tests.Engines;
using ActorKube.Tests.Lab;

namespace ActorKube.EndToEnd.Tests.Hosts;

/// <summary>What a host's kernel does with connections to services, as its packet filter tells it.</summary>
internal sealed class KernelServices
{
    private readonly LabHost _host;
    private readonly string _table;

    private KernelServices(LabHost host, string table) => (_host, _table) = (host, table);

    public LabHost Host => _host;

    public static async Task<KernelServices> OpenAsync(LabHost host)
    {
        var tables = Items(await RunAsync(host, "list", "tables", "ip"), "table").Select(static t => (string)t["name"]!);
        return new KernelServices(host, Assert.Single(tables, t => t.StartsWith($"actorkube-{host.Name}-", StringComparison.Ordinal)));
    }

    /// <summary>Frontends (address, protocol, port) and their backends (address:port, in order). Only those that connections are led to: by a chain that chooses among as many as there are.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync()
    {
        var maps = Items(await RunAsync(_host, "list", "table", "ip", _table), "map").ToDictionary(static m => (string)m["name"]!, static m => m["elem"] as JsonArray ?? [], StringComparer.Ordinal);
        var backends = maps.Where(static m => m.Key.StartsWith("backends-", StringComparison.Ordinal))
            .SelectMany(static m => m.Value.Select(e => (Position: m.Key, Frontend: Text(e![0]!, ' '), Backend: Text(e[1]!, ':'))))
            .ToLookup(static b => b.Frontend, StringComparer.Ordinal);
        return maps["services"].ToDictionary(static e => Text(e![0]!, ' '), e => BackendsOf(e![1]!, [.. backends[Text(e[0]!, ' ')]]), StringComparer.Ordinal);
    }

    private static string BackendsOf(JsonNode verdict, List<(string Position, string Frontend, string Backend)> backends)
    {
        var chain = (string)verdict["goto"]!["target"]!;
        var all = string.Join(' ', backends.Select(static b => b.Backend).Order(StringComparer.Ordinal));
        var count = backends.Count.ToString(CultureInfo.InvariantCulture);
        return chain == (backends.Count == 1 ? "pick-0" : $"spread-{count}") ? all : $"{chain} of {all}";
    }

    private static string Text(JsonNode value, char separator) => string.Join(separator, value["concat"]!.AsArray().Select(static p => p!.ToString()));

    private static IEnumerable<JsonNode> Items(string listing, string kind) => JsonNode.Parse(listing)!["nftables"]!.AsArray().Select(i => i![kind]).OfType<JsonNode>();

    private static Task<string> RunAsync(LabHost host, params string[] command) => Command.RunAsync(host.Machine.Enter[0], [.. host.Machine.Enter.Skip(1), "nft", "--json", .. command]);
}
