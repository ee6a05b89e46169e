using System.Collections.Frozen;

namespace ActorKube.Ingresses.Routing;

/// <summary>The paths of one host. Immutable.</summary>
/// <param name="Exact">By the whole path.</param>
/// <param name="Prefixes">By the path without a slash at its end; "" is for all.</param>
/// <param name="Default">For what no path of any rule is for; null for none.</param>
internal sealed record HostRoutes(FrozenDictionary<string, Route> Exact, FrozenDictionary<string, Route> Prefixes, Route? Default)
{
    /// <summary>An exact path, else the longest prefix. Prefixes match by whole elements: <c>/a</c> is for <c>/a/b</c> and not for <c>/ab</c>.</summary>
    public Route? Match(string path)
    {
        if (Exact.TryGetValue(path, out var route))
        {
            return route;
        }

        // "/a/b/" is looked up as itself, "/a/b", "/a" and "". The slash at its end makes no element.
        var prefixes = Prefixes.GetAlternateLookup<ReadOnlySpan<char>>();
        var rest = path.AsSpan();
        while (!prefixes.TryGetValue(rest, out route))
        {
            var slash = rest.LastIndexOf('/');
            if (slash < 0)
            {
                return null;
            }

            rest = rest[..slash];
        }

        return route;
    }
}
