namespace ActorKube.Server.Proxying;

/// <summary>Makes links of whoever is behind a proxy lead through it. Others stay as they are, relative ones among them, which do so anyway. Follows Kubernetes' proxy.</summary>
/// <param name="prefix">Path of the proxy, without a slash at its end.</param>
/// <param name="hosts">Hosts, with ports, by which it may call itself: its address, and what the client called us.</param>
internal sealed class ProxyLinks(string prefix, IReadOnlyCollection<string> hosts)
{
    private const string Schemes = "://";

    /// <summary>
    /// Behind <c>/p</c>, <c>/a</c> becomes <c>/p/a</c>, as does <c>http://OWN-HOST/a</c>: without scheme and host, which are those of the client's own address then.
    /// </summary>
    public string Rewrite(string link)
    {
        if (PathOf(link) is not { } path || path == prefix || path.StartsWith(prefix + "/", StringComparison.Ordinal))
        {
            return link;
        }

        return path.StartsWith('/') ? prefix + path : $"{prefix}/{path}";
    }

    /// <summary>What follows the host, if the link is for this one; null if it leads elsewhere or is relative.</summary>
    private string? PathOf(string link)
    {
        var host = link.StartsWith("//", StringComparison.Ordinal) ? 2
            : link.IndexOf(Schemes, StringComparison.Ordinal) is > 0 and var at && link.AsSpan(0, at).IndexOfAnyExceptInRange('A', 'z') < 0 ? at + Schemes.Length
            : 0;
        if (host == 0)
        {
            return link.StartsWith('/') ? link : null;
        }

        var end = link.AsSpan(host).IndexOfAny("/?#") is >= 0 and var length ? host + length : link.Length;
        return hosts.Contains(link[host..end], StringComparer.OrdinalIgnoreCase) ? link[end..] : null;
    }
}
