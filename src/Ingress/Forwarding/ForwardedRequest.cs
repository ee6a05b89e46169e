using System.Globalization;
using System.Net;
using ActorKube.Ingresses.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ActorKube.Ingresses.Forwarding;

/// <summary>Makes the request that a backend gets of the one that came.</summary>
internal static class ForwardedRequest
{
    private static readonly UriCreationOptions AsItIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <param name="upgrade">What the connection is to become; null for an ordinary request.</param>
    public static BackendRequest Create(HttpContext http, Backend backend, IPEndPoint endpoint, RouteSettings settings, RequestOrigin origin, string? upgrade, ActivityTimeout activity)
    {
        var request = http.Request;
        var isCall = IsCall(request);
        var message = new BackendRequest(upgrade is null ? HttpMethod.Parse(request.Method) : HttpMethod.Get, Target(request, backend, endpoint), settings.ConnectTimeout)
        {
            Content = Body(http, upgrade, activity),
        };
        (message.Version, message.VersionPolicy) = (upgrade, backend.Protocol) switch
        {
            (null, BackendProtocol.Https) => (HttpVersion.Version20, HttpVersionPolicy.RequestVersionOrLower),
            (null, BackendProtocol.Http2) => (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact),
            (null, BackendProtocol.Http) when isCall => (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact),
            _ => (HttpVersion.Version11, HttpVersionPolicy.RequestVersionExact),
        };
        CopyHeaders(request, message);
        AddOrigin(http, message, origin);
        if (isCall || request.Headers.TE.ToString().Contains("trailers", StringComparison.OrdinalIgnoreCase))
        {
            message.Headers.TryAddWithoutValidation("TE", "trailers");
        }

        if (upgrade is not null)
        {
            Upgrades.Ask(http, message, upgrade);
        }

        return message;
    }

    /// <summary>By gRPC, which is spoken over HTTP/2 only.</summary>
    private static bool IsCall(HttpRequest request) => request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) == true
        && !request.ContentType.StartsWith("application/grpc-web", StringComparison.OrdinalIgnoreCase);

    /// <summary>The path as the client wrote it, not as it was decoded to find its route.</summary>
    private static Uri Target(HttpRequest request, Backend backend, IPEndPoint endpoint)
    {
        var raw = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var target = raw.StartsWith('/') ? raw : request.Path.ToUriComponent() + request.QueryString.ToUriComponent();
        var scheme = backend.Protocol == BackendProtocol.Https ? "https" : "http";
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"{scheme}://{endpoint}{target}"), AsItIs);
    }

    /// <summary>
    /// A method that may not be repeated gets a body even if it is empty: a request without one is sent again by the connection's owner when a connection is closed before anything was answered,
    /// by when the backend may have seen it. Those that may be repeated are told in RFC 9110, section 9.2.2.
    /// </summary>
    private static ForwardedBody? Body(HttpContext http, string? upgrade, ActivityTimeout activity)
    {
        var request = http.Request;
        if (upgrade is not null)
        {
            return null;
        }

        var method = request.Method;
        var mayBeRepeated = HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method) || HttpMethods.IsPut(method) || HttpMethods.IsDelete(method);
        return http.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true } ? new ForwardedBody(request, request.ContentLength, activity)
            : mayBeRepeated ? null : new ForwardedBody(request, 0, activity);
    }

    private static void CopyHeaders(HttpRequest request, HttpRequestMessage message)
    {
        var connection = request.Headers.Connection;
        foreach (var (name, values) in request.Headers)
        {
            if (!HopHeaders.IsForRequest(name, connection))
            {
                continue;
            }

            // Cookies that came in parts, as HTTP/2 has them, are one header again.
            if (values.Count == 1 || name.Equals("Cookie", StringComparison.OrdinalIgnoreCase))
            {
                var value = values.Count == 1 ? values.ToString() : string.Join("; ", values.ToArray());
                if (!message.Headers.TryAddWithoutValidation(name, value))
                {
                    message.Content?.Headers.TryAddWithoutValidation(name, value);
                }
            }
            else if (!message.Headers.TryAddWithoutValidation(name, values.ToArray()))
            {
                message.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
            }
        }
    }

    private static void AddOrigin(HttpContext http, HttpRequestMessage message, RequestOrigin origin)
    {
        var headers = message.Headers;
        headers.TryAddWithoutValidation("Host", http.Request.Host.Value);
        headers.TryAddWithoutValidation("X-Forwarded-Host", origin.Host);
        headers.TryAddWithoutValidation("X-Forwarded-Proto", origin.Scheme);
        headers.TryAddWithoutValidation("X-Forwarded-Port", origin.Port);
        if (origin is { Way: { } way, Client: { } client })
        {
            headers.TryAddWithoutValidation("X-Forwarded-For", way);
            headers.TryAddWithoutValidation("X-Real-IP", client);
        }
    }
}
