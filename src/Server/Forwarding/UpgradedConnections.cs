using ActorKube.Engine.Transport;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ActorKube.Server.Forwarding;

/// <summary>Connections that become something else (WebSocket, SPDY), passed on to whoever serves them.</summary>
internal static class UpgradedConnections
{
    /// <summary>Whether the client asks for one.</summary>
    public static bool IsWanted(HttpContext http) => http.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true };

    /// <summary>Has the message ask for what the client asks for: nothing, mostly.</summary>
    public static void Ask(HttpContext http, HttpRequestMessage message)
    {
        if (IsWanted(http))
        {
            message.Headers.TryAddWithoutValidation("Connection", "Upgrade");
            message.Headers.TryAddWithoutValidation("Upgrade", http.Request.Headers.Upgrade.ToArray());
        }
    }

    /// <summary>Turns both connections into a stream, which is copied both ways until one side ends. The other side has agreed.</summary>
    public static async Task RunAsync(HttpContext http, HttpResponseMessage response)
    {
        http.Response.StatusCode = StatusCodes.Status101SwitchingProtocols;
        HopHeaders.CopyOthers(response, http.Response);
        http.Response.Headers.Upgrade = response.Headers.NonValidated.TryGetValues("Upgrade", out var protocol) ? protocol.ToString() : http.Request.Headers.Upgrade;
        using var there = await response.Content.ReadAsStreamAsync(http.RequestAborted).ConfigureAwait(false);
        using var here = await http.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync().ConfigureAwait(false);
        await DuplexCopy.RunAsync(here, there, http.RequestAborted).ConfigureAwait(false);
    }
}
