namespace ActorKube.Server.Requests;

/// <summary>
/// A path of the resource API: <c>/api/v1/…</c> or <c>/apis/GROUP/VERSION/…</c>, then
/// <c>[namespaces/NAMESPACE/]RESOURCE[/NAME[/SUBRESOURCE[/REST]]]</c>.
/// </summary>
/// <param name="Namespace">"" where the path names none.</param>
/// <param name="Name">"" for a collection.</param>
/// <param name="Subresource">"" for the object itself.</param>
/// <param name="Rest">What follows the subresource, without its first slash: the path of a proxied request.</param>
/// <param name="IsWatch">The old form of a watch: the resource stands behind <c>watch/</c>.</param>
public sealed record RequestPath(string Group, string Version, string Namespace, string Resource, string Name, string Subresource, string Rest, bool IsWatch)
{
    public bool IsInNamespace => Namespace.Length > 0;

    private static readonly string[] NamespaceSubresources = ["status", "finalize"];

    /// <summary>Null for a path that names no resource.</summary>
    public static RequestPath? Parse(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var (group, version, at) = parts switch
        {
            ["api", var v, ..] => ("", v, 2),
            ["apis", var g, var v, ..] => (g, v, 3),
            _ => ("", "", -1),
        };
        if (at < 0)
        {
            return null;
        }

        var rest = parts.AsSpan(at);
        var watch = rest is ["watch", _, ..];
        if (watch)
        {
            rest = rest[1..];
        }

        if (rest.IsEmpty)
        {
            return null;
        }

        // A namespace is an object itself, unless a resource in it follows.
        var isInside = rest is ["namespaces", _, _, ..] && !(rest.Length == 3 && NamespaceSubresources.Contains(rest[2]));
        var space = isInside ? rest[1] : "";
        rest = isInside ? rest[2..] : rest;
        return new RequestPath(
            group,
            version,
            space,
            rest[0],
            rest.Length > 1 ? rest[1] : "",
            rest.Length > 2 ? rest[2] : "",
            rest.Length > 3 ? Tail(path, rest[3..].Length) : "",
            watch);
    }

    /// <summary>The last <paramref name="count"/> parts as they were written, with their slashes.</summary>
    private static string Tail(string path, int count)
    {
        var end = path.Length;
        while (end > 0 && path[end - 1] == '/')
        {
            end--;
        }

        var start = end;
        for (; count > 0; count--)
        {
            start = path.LastIndexOf('/', start - 1);
        }

        return path[(start + 1)..];
    }
}
