using System.Collections.Frozen;
using ActorKube.Api.Networking;

namespace ActorKube.Ingresses.Routing;

/// <summary>The paths of one host while they are collected.</summary>
internal sealed class HostDraft
{
    private readonly Dictionary<string, Route> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Route> _prefixes = new(StringComparer.Ordinal);

    public Route? Default { get; set; }

    /// <summary>Who has the path already; null if nobody had.</summary>
    public IngressName? TryAdd(HTTPIngressPath path, Route route)
    {
        // Where the controller may choose, it is a prefix.
        var (paths, text) = path.PathType == "Exact" ? (_exact, path.Path ?? "/") : (_prefixes, (path.Path ?? "").TrimEnd('/'));
        return paths.TryAdd(text, route) ? null : paths[text].Ingress;
    }

    public HostRoutes Build() => new(_exact.ToFrozenDictionary(StringComparer.Ordinal), _prefixes.ToFrozenDictionary(StringComparer.Ordinal), Default);
}
