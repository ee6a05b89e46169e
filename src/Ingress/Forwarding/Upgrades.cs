using System.Security.Cryptography;
using ActorKube.Engine.Transport;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ActorKube.Ingresses.Forwarding;

/// <summary>
/// Connections that become something else, WebSockets above all: bytes are passed both ways until one side ends. WebSockets over HTTP/2 (RFC 8441), which browsers open where the page came so, are
/// asked for in the older way behind us.
/// </summary>
internal static class Upgrades
{
    private const string WebSocket = "websocket";

    /// <summary>What the client wants the connection to become; null for an ordinary request.</summary>
    public static string? Wanted(HttpContext http) =>
        http.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true } stream ? stream.Protocol
        : http.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true } ? http.Request.Headers.Upgrade.ToString()
        : null;

    public static void Ask(HttpContext http, HttpRequestMessage message, string upgrade)
    {
        message.Headers.TryAddWithoutValidation("Connection", "Upgrade");
        message.Headers.TryAddWithoutValidation("Upgrade", upgrade);
        if (upgrade.Equals(WebSocket, StringComparison.OrdinalIgnoreCase) && http.Request.Headers.SecWebSocketKey.Count == 0)
        {
            message.Headers.TryAddWithoutValidation("Sec-WebSocket-Key", Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)));
        }
    }

    /// <summary>Passes on what both sides say. The backend has agreed.</summary>
    /// <param name="upgrade">What was asked for.</param>
    public static async Task RunAsync(HttpContext http, HttpResponseMessage response, string upgrade, CancellationToken cancellationToken)
    {
        var extended = http.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true } stream ? stream : null;
        http.Response.StatusCode = extended is null ? StatusCodes.Status101SwitchingProtocols : StatusCodes.Status200OK;
        ForwardedResponse.CopyHeaders(response, http.Response, extended is null ? null : "Sec-WebSocket-Accept");
        if (extended is null)
        {
            http.Response.Headers.Upgrade = response.Headers.Upgrade.Count > 0 ? response.Headers.Upgrade.ToString() : upgrade;
        }

        using var there = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var here = extended is null ? await http.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync() : await extended.AcceptAsync();
        await DuplexCopy.RunAsync(here, there, cancellationToken);
    }
}
