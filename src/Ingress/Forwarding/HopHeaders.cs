using System.Collections.Frozen;
using Microsoft.Extensions.Primitives;

namespace ActorKube.Ingresses.Forwarding;

/// <summary>Headers that are not passed on: those of one connection (RFC 9110, section 7.6.1), and those that a client must not be believed.</summary>
internal static class HopHeaders
{
    private static readonly string[] Connection =
    [
        "Connection", "HTTP2-Settings", "Keep-Alive", "Proxy-Authenticate", "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    ];

    /// <summary>Host and length are set apart; who expects a 100 gets it when the body is read; who a client is and how it came here we say ourselves.</summary>
    private static readonly FrozenSet<string> OfRequest = new[]
    {
        "Content-Length", "Expect", "Forwarded", "Host", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Port", "X-Forwarded-Proto", "X-Real-IP",
    }.Concat(Connection).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> OfResponse = Connection.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <param name="connection">What the request's Connection header names besides.</param>
    public static bool IsForRequest(string name, StringValues connection) =>
        !OfRequest.Contains(name) && name[0] != ':' && (connection.Count == 0 || !connection.Any(c => c is not null && c.Split(',', StringSplitOptions.TrimEntries).Contains(name, StringComparer.OrdinalIgnoreCase)));

    public static bool IsForResponse(string name) => !OfResponse.Contains(name);
}
