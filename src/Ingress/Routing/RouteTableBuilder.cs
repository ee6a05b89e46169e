using System.Collections.Frozen;
using ActorKube.Api.Networking;
using ActorKube.Network;

namespace ActorKube.Ingresses.Routing;

/// <summary>Makes the table of all Ingresses that are ours, and says what of them can't be done. Of two that want the same host and path the older has it. Not thread-safe.</summary>
internal sealed class RouteTableBuilder
{
    private readonly Dictionary<string, HostDraft> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<BackendKey, int> _backends = [];
    private readonly List<Problem> _problems = [];
    private Route? _default;

    public static (RouteTable Table, IReadOnlyList<Problem> Problems) Build(IEnumerable<Ingress> ingresses)
    {
        var builder = new RouteTableBuilder();
        foreach (var ingress in OldestFirst(ingresses))
        {
            builder.Add(ingress);
        }

        return (builder.Build(), builder._problems);
    }

    /// <summary>By their creation, then by namespace and name.</summary>
    public static IEnumerable<Ingress> OldestFirst(IEnumerable<Ingress> ingresses) => ingresses
        .OrderBy(static i => i.Metadata.CreationTimestamp).ThenBy(static i => i.Metadata.Namespace, StringComparer.Ordinal).ThenBy(static i => i.Metadata.Name, StringComparer.Ordinal);

    private RouteTable Build()
    {
        var all = _hosts.ToDictionary(static h => h.Key, static h => h.Value.Build(), StringComparer.OrdinalIgnoreCase);
        return new RouteTable(
            all.Where(static h => !h.Key.StartsWith('*')).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase),
            all.Where(static h => h.Key.StartsWith('*')).ToFrozenDictionary(static h => h.Key[1..], static h => h.Value, StringComparer.OrdinalIgnoreCase),
            [.. _backends.OrderBy(static b => b.Value).Select(static b => b.Key)],
            _default);
    }

    private void Add(Ingress ingress)
    {
        var routes = new IngressRoutes(ingress, key => _backends.TryGetValue(key, out var index) ? index : _backends[key] = _backends.Count);
        var fallback = ingress.Spec.DefaultBackend is { } backend ? routes.To(backend) : null;
        foreach (var rule in ingress.Spec.Rules ?? [])
        {
            var host = Host(rule.Host ?? "");
            host.Default ??= fallback;
            foreach (var path in rule.Http?.Paths ?? [])
            {
                if (host.TryAdd(path, routes.To(path.Backend)) is { } owner && owner != routes.Name)
                {
                    var where = $"{(string.IsNullOrEmpty(rule.Host) ? "*" : rule.Host)}{path.Path}";
                    _problems.Add(new Problem(routes.Name.Key, "PathConflict", $"{where} ({path.PathType}) is already that of the ingress {owner}"));
                }
            }
        }

        _default ??= fallback;
        _problems.AddRange(routes.Problems());
    }

    private HostDraft Host(string name) => _hosts.TryGetValue(name, out var host) ? host : _hosts[name] = new HostDraft();
}
