using System.Net;
using System.Text.Json;
using ActorKube.Api.Authentication;
using ActorKube.Api.Errors;
using ActorKube.Engine.Transport;
using ActorKube.Server.Requests;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Forwarding;

/// <summary>
/// Passes a request on to another host as it is, with the user that this host has authenticated, and its answer back: also one that turns the connection into a stream (WebSocket, SPDY), which is
/// then copied both ways until one side ends.
/// </summary>
public sealed class HttpForwarder(PeerConnections connections)
{
    private static readonly HashSet<string> Kept = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Accept-Encoding", "User-Agent", "Content-Type", "X-Stream-Protocol-Version", "Sec-WebSocket-Key", "Sec-WebSocket-Version", "Sec-WebSocket-Protocol", "Sec-WebSocket-Extensions",
    };

    /// <exception cref="ApiException">503: the other host can't be reached.</exception>
    public async Task ForwardAsync(ApiRequest request, string address)
    {
        var http = request.Http;
        using var message = Message(request, address);
        using var response = await SendAsync(address, message, request.Aborted).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.SwitchingProtocols)
        {
            await UpgradedConnections.RunAsync(http, response).ConfigureAwait(false);
            return;
        }

        http.Response.StatusCode = (int)response.StatusCode;
        CopyHeaders(response, http.Response, static name => name is "Content-Type" or "Content-Length" or "Location" or "Retry-After" or "X-Content-Type-Options");
        await http.Response.StartAsync(request.Aborted).ConfigureAwait(false);
        using var body = await response.Content.ReadAsStreamAsync(request.Aborted).ConfigureAwait(false);
        await DuplexCopy.CopyAsync(body, http.Response.Body, request.Aborted).ConfigureAwait(false);
    }

    /// <summary>Asks another host for something of its own. Null if there was no good answer in time.</summary>
    /// <param name="path">A path of its API.</param>
    /// <param name="user">Who asks.</param>
    public async Task<byte[]?> GetAsync(string address, string path, UserInfo user, CancellationToken cancellationToken)
    {
        var connection = connections.To(address);
        using var message = new HttpRequestMessage(HttpMethod.Get, new Uri($"https://{address}{PeerPaths.Api}{path}"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        AddUser(message, user);
        try
        {
            using var response = await connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
            return response.StatusCode == HttpStatusCode.OK ? await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false) : null;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
        {
            connections.Drop(address, connection);
            return null;
        }
    }

    private static void AddUser(HttpRequestMessage message, UserInfo user) =>
        message.Headers.TryAddWithoutValidation(PeerPaths.UserHeader, JsonSerializer.Serialize(ForwardedUser.Of(user), ForwardedUserJson.Default.ForwardedUser));

    private static HttpRequestMessage Message(ApiRequest request, string address)
    {
        var incoming = request.Http.Request;
        var message = new HttpRequestMessage(new HttpMethod(incoming.Method), new Uri($"https://{address}{PeerPaths.Api}{incoming.Path}{incoming.QueryString}"))
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        foreach (var (name, values) in incoming.Headers.Where(static h => Kept.Contains(h.Key)))
        {
            message.Headers.TryAddWithoutValidation(name, values.ToArray());
        }

        UpgradedConnections.Ask(request.Http, message);
        AddUser(message, request.User);
        return message;
    }

    private async Task<HttpResponseMessage> SendAsync(string address, HttpRequestMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await connections.To(address).SendAsync(message, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException e)
        {
            throw ApiErrors.Unavailable($"the host of the pod can't be reached: {e.Message}", retryAfterSeconds: 1);
        }
    }

    private static void CopyHeaders(HttpResponseMessage from, HttpResponse to, Func<string, bool> wanted)
    {
        foreach (var (name, values) in from.Headers.Concat(from.Content.Headers).Where(h => wanted(h.Key)))
        {
            to.Headers[name] = values.ToArray();
        }
    }
}
