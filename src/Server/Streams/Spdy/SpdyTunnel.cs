using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using ActorKube.Api.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ActorKube.Server.Streams.Spdy;

/// <summary>
/// SPDY/3.1 through a WebSocket (KEP-4006): its bytes are those of the binary messages, however they are cut. The subprotocol is that of SPDY's streams behind a prefix. The prefix has a
/// slash, which no subprotocol may have (RFC 6455, section 4.1) and which .NET therefore refuses: so the handshake is made here.
/// </summary>
internal static class SpdyTunnel
{
    private const string Prefix = "SPDY/3.1+";
    private const string HandshakeGuid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static readonly TimeSpan KeepAlive = TimeSpan.FromMinutes(2);

    /// <exception cref="ApiException">400: the client offers no tunnel for these streams.</exception>
    public static string Negotiate(HttpContext http, string protocol)
    {
        var tunnel = Prefix + protocol;
        return http.WebSockets.WebSocketRequestedProtocols.Contains(tunnel) ? tunnel : throw ApiErrors.BadRequest("unable to upgrade: no tunneling spdy protocols provided");
    }

    /// <param name="tunnel">What was agreed on.</param>
    public static async Task<SpdyTunnelStream> AcceptAsync(HttpContext http, string tunnel)
    {
        var headers = http.Response.Headers;
        headers.Upgrade = "websocket";
        headers.SecWebSocketAccept = Accept(http.Request.Headers.SecWebSocketKey.ToString());
        headers.SecWebSocketProtocol = tunnel;
        var stream = await http.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync().ConfigureAwait(false);
        return new SpdyTunnelStream(WebSocket.CreateFromStream(stream, new WebSocketCreationOptions { IsServer = true, KeepAliveInterval = KeepAlive }));
    }

    /// <summary>Proof that the key was read (RFC 6455, section 4.2.2). SHA-1 is what the protocol says; no secret depends on it.</summary>
    internal static string Accept(string key) =>
#pragma warning disable CA5350
        Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + HandshakeGuid)));
#pragma warning restore CA5350
}
