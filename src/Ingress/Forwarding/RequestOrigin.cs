using System.Globalization;
using System.Net;
using ActorKube.Ingresses.Listening;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Ingresses.Forwarding;

/// <summary>Where a request has come from and what it was addressed to, as backends are told. What the connection shows, unless it is that of a proxy in front that may say otherwise.</summary>
/// <param name="Way"><c>X-Forwarded-For</c>: the client, then each proxy; null if nobody is known.</param>
/// <param name="Client"><c>X-Real-IP</c>: the last on that way who is no trusted proxy.</param>
/// <param name="Host">With its port, if the client named one.</param>
/// <param name="Scheme"><c>http</c> or <c>https</c>.</param>
/// <param name="IsTold">A proxy in front has told of it.</param>
internal sealed record RequestOrigin(string? Way, string? Client, string Host, string Scheme, string Port, bool IsTold)
{
    /// <param name="trusted">Addresses of proxies in front.</param>
    public static RequestOrigin Of(HttpContext http, IReadOnlyList<IPNetwork> trusted)
    {
        var connection = http.Connection;
        var peer = connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : connection.RemoteIpAddress;
        var own = new RequestOrigin(
            peer?.ToString(),
            peer?.ToString(),
            http.Request.Host.Value ?? "",
            http.Features.Get<ListenerFeature>()?.Scheme ?? http.Request.Scheme,
            connection.LocalPort.ToString(CultureInfo.InvariantCulture),
            IsTold: false);
        return peer is not null && IsTrusted(peer, trusted) ? Told(own, http.Request.Headers, trusted) : own;
    }

    private static RequestOrigin Told(RequestOrigin own, IHeaderDictionary headers, IReadOnlyList<IPNetwork> trusted)
    {
        string[] way = [.. headers["X-Forwarded-For"].SelectMany(static v => (v ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)), own.Way!];
        var proto = headers["X-Forwarded-Proto"].ToString();
        var scheme = proto.Equals("https", StringComparison.OrdinalIgnoreCase) ? "https" : proto.Equals("http", StringComparison.OrdinalIgnoreCase) ? "http" : null;
        return own with
        {
            Way = string.Join(", ", way),
            Client = ClientOf(way, trusted),
            Host = headers["X-Forwarded-Host"].ToString() is { Length: > 0 } host ? host : own.Host,
            Scheme = scheme ?? own.Scheme,
            Port = ushort.TryParse(headers["X-Forwarded-Port"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port.ToString(CultureInfo.InvariantCulture)
                : scheme is null ? own.Port : scheme == "https" ? "443" : "80",
            IsTold = true,
        };
    }

    /// <summary>
    /// Each proxy adds who has come to it, so only what trusted ones have added counts. With 10.0.0.0/8 trusted, "1.1.1.1, 192.0.2.7, 10.0.0.2, 10.0.0.1" is from 192.0.2.7, who may have made up the first.
    /// </summary>
    private static string ClientOf(string[] way, IReadOnlyList<IPNetwork> trusted)
    {
        for (var i = way.Length - 1; i > 0; i--)
        {
            if (!IPEndPoint.TryParse(way[i], out var hop) || !IsTrusted(hop.Address, trusted))
            {
                return hop?.Address.ToString() ?? way[i];
            }
        }

        return IPEndPoint.TryParse(way[0], out var first) ? first.Address.ToString() : way[0];
    }

    private static bool IsTrusted(IPAddress address, IReadOnlyList<IPNetwork> trusted)
    {
        for (var i = 0; i < trusted.Count; i++)
        {
            if (trusted[i].Contains(address))
            {
                return true;
            }
        }

        return false;
    }
}
