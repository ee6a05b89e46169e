using ActorKube.Api.Errors;
using ActorKube.Server.Requests;
using ActorKube.Server.Rest;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Proxying;

/// <summary><c>proxy</c> of a pod or a service: passes the request on to it, and its answer back. Upgraded connections are refused.</summary>
/// <param name="find">The address for (namespace, name).</param>
internal sealed class ProxyHandler(HttpMessageInvoker client, Func<string, string, UriBuilder> find) : ISubresourceHandler
{
    /// <summary>Headers that concern one connection, and those that are this server's business.</summary>
    private static readonly HashSet<string> OwnHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization", "Connection", "Content-Length", "Host", "Keep-Alive", "Proxy-Authenticate", "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    };

    public async Task HandleAsync(ApiRequest request)
    {
        var target = find(request.Path.Namespace, request.Path.Name);
        var http = request.Http;
        using var message = Message(http.Request, target, request.Path.Rest);
        using var response = await SendAsync(message, request.Aborted).ConfigureAwait(false);
        http.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers).Where(static h => !OwnHeaders.Contains(h.Key)))
        {
            http.Response.Headers[name] = values.ToArray();
        }

        var body = await response.Content.ReadAsStreamAsync(request.Aborted).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            await body.CopyToAsync(http.Response.Body, request.Aborted).ConfigureAwait(false);
        }
    }

    private static HttpRequestMessage Message(HttpRequest from, UriBuilder target, string rest)
    {
        target.Path = "/" + rest;
        target.Query = from.QueryString.Value;
        var message = new HttpRequestMessage(new HttpMethod(from.Method), target.Uri);
        if (from.ContentLength > 0 || from.Headers.TransferEncoding.Count > 0)
        {
            message.Content = new StreamContent(from.Body);
        }

        foreach (var (name, values) in from.Headers.Where(static h => !OwnHeaders.Contains(h.Key)))
        {
            if (!message.Headers.TryAddWithoutValidation(name, values.ToArray()))
            {
                message.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
            }
        }

        return message;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await client.SendAsync(message, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException e)
        {
            throw ApiErrors.Of(503, StatusReason.ServiceUnavailable, $"error trying to reach service: {e.Message}");
        }
    }
}
