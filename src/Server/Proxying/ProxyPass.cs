using System.Net;
using System.Net.Security;
using ActorKube.Api.Errors;
using ActorKube.Engine.Transport;
using ActorKube.Server.Authentication;
using ActorKube.Server.Forwarding;
using ActorKube.Server.Proxying.Pages;
using ActorKube.Server.Requests;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Proxying;

/// <summary>
/// Passes a request on to an address, and its answer back, also one that turns the connection into a stream. Links and redirects to paths there are made to lead through the proxy.
/// Follows Kubernetes' <c>UpgradeAwareHandler</c>.
/// </summary>
internal sealed class ProxyPass(HttpMessageInvoker client)
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(30);

    private static readonly UriCreationOptions AsItIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>Whom pages of others may talk to is said by the API, not by what is behind it.</summary>
    private static readonly string[] CrossOrigin = ["Access-Control-Allow-Credentials", "Access-Control-Allow-Headers", "Access-Control-Allow-Methods", "Access-Control-Allow-Origin"];

    /// <summary>What is behind a proxy is asked directly, and answers with its own redirects and cookies.</summary>
    public static ProxyPass Create() => new(new HttpMessageInvoker(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectCallback = TcpConnections.ConnectAsync,
        ConnectTimeout = ConnectTimeout,
        SslOptions = new SslClientAuthenticationOptions
        {
#pragma warning disable CA5359 // Pods have no certificate that says who they are, so Kubernetes' proxy looks at none; the cluster's network is what is trusted, as for those without TLS.
            RemoteCertificateValidationCallback = static (_, _, _, _) => true,
#pragma warning restore CA5359
        },
    }));

    /// <summary>A path that is empty is to end with a slash: relative links of the page there would otherwise be taken for neighbours of the proxy.</summary>
    /// <returns>Whether the client was told so. Only who reads is.</returns>
    public static bool TryRedirect(HttpContext http, string path)
    {
        if (!path.EndsWith("/proxy", StringComparison.Ordinal) || http.Request.Method is not ("GET" or "HEAD") || UpgradedConnections.IsWanted(http))
        {
            return false;
        }

        http.Response.StatusCode = StatusCodes.Status301MovedPermanently;
        http.Response.Headers.Location = $"{path}/{http.Request.QueryString.Value}";
        return true;
    }

    /// <param name="target">Scheme, host and port.</param>
    /// <exception cref="ApiException">503: nobody answers there.</exception>
    public async Task PassOnAsync(ApiRequest request, Uri target)
    {
        var http = request.Http;
        var path = ProxiedPath.Of(http.Request, request.Path);
        if (path.Rest.Length == 0 && TryRedirect(http, path.Prefix))
        {
            return;
        }

        using var message = ProxiedMessages.Request(http.Request, static name => !name.StartsWith(Impersonation.Prefix, StringComparison.OrdinalIgnoreCase));
        message.RequestUri = new Uri($"{target.GetLeftPart(UriPartial.Authority)}{(path.Rest.Length == 0 ? "/" : path.Rest)}{http.Request.QueryString.Value}", AsItIs);
        AddOrigin(http, message, path);
        using var response = await SendAsync(message, request.Aborted).ConfigureAwait(false);
        Rewrite(response, new ProxyLinks(path.Prefix, [target.Authority, $"{target.Host}:{target.Port}", http.Request.Host.Value ?? ""]));
        await ProxiedMessages.AnswerAsync(http, response).ConfigureAwait(false);
    }

    private static void AddOrigin(HttpContext http, HttpRequestMessage message, ProxiedPath path)
    {
        message.Headers.Host = http.Request.Host.Value;
        message.Headers.Remove("X-Forwarded-Uri");
        message.Headers.TryAddWithoutValidation("X-Forwarded-Uri", path.Prefix + path.Rest);
        if (http.Connection.RemoteIpAddress is { } client)
        {
            var before = http.Request.Headers["X-Forwarded-For"].ToString();
            message.Headers.Remove("X-Forwarded-For");
            message.Headers.TryAddWithoutValidation("X-Forwarded-For", (before.Length == 0 ? "" : before + ", ") + (client.IsIPv4MappedToIPv6 ? client.MapToIPv4() : client));
        }
    }

    private static void Rewrite(HttpResponseMessage response, ProxyLinks links)
    {
        foreach (var name in CrossOrigin)
        {
            response.Headers.Remove(name);
        }

        if (response.Headers.NonValidated.TryGetValues("Location", out var location))
        {
            var changed = links.Rewrite(location.ToString());
            response.Headers.Remove("Location");
            response.Headers.TryAddWithoutValidation("Location", changed);
        }
        else if (response.StatusCode != HttpStatusCode.SwitchingProtocols && PageContent.Of(response.Content, links.Rewrite) is { } page)
        {
            response.Content = page;
        }
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
