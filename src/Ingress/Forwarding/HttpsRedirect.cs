using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ActorKube.Ingresses.Forwarding;

/// <summary>Sends clients that have come by HTTP to the same address by HTTPS, for good. They keep their method and their body (308, RFC 9110, section 15.4.9).</summary>
internal static class HttpsRedirect
{
    private const int UsualPort = 443;

    /// <param name="port">On which this host serves HTTPS. Clients of a proxy in front are sent to that proxy's usual one.</param>
    public static async Task WriteAsync(HttpContext http, RequestOrigin origin, int port)
    {
        var host = new HostString(origin.Host).Host;
        if (host.Length == 0)
        {
            await ErrorAnswer.WriteAsync(http, StatusCodes.Status400BadRequest, "a request without a host can't be sent to HTTPS");
            return;
        }

        var raw = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var target = raw.StartsWith('/') ? raw : http.Request.Path.ToUriComponent() + http.Request.QueryString.ToUriComponent();
        var suffix = origin.IsTold || port == UsualPort ? "" : string.Create(CultureInfo.InvariantCulture, $":{port}");
        http.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        http.Response.Headers.Location = $"https://{host}{suffix}{target}";
    }
}
