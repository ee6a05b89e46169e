using System.Collections.Frozen;
using ActorKube.Engine.Transport;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Forwarding;

/// <summary>Headers that are not passed on: those of one connection (RFC 9110, section 7.6.1), and those that are this server's own business.</summary>
internal static class HopHeaders
{
    private static readonly FrozenSet<string> All = new[]
    {
        "Authorization", "Connection", "Content-Length", "Host", "Keep-Alive", "Proxy-Authenticate", "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
        PeerPaths.UserHeader,
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsOne(string name) => All.Contains(name);

    /// <summary>Gives an answer the headers of another one.</summary>
    public static void CopyOthers(HttpResponseMessage from, HttpResponse to)
    {
        foreach (var (name, values) in from.Headers.Concat(from.Content.Headers).Where(static h => !IsOne(h.Key)))
        {
            to.Headers[name] = values.ToArray();
        }
    }
}
