using ActorKube.Api.Authentication;
using ActorKube.Api.Errors;
using ActorKube.Server.Authentication;
using ActorKube.Server.Hosting;
using ActorKube.Server.Rest;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Metrics;

/// <summary>Answers <c>/metrics</c>, for Prometheus to read.</summary>
public sealed class MetricsHandler(RequestMeter requests, Func<IEnumerable<Metric>> others) : INonResourceHandler
{
    public IEnumerable<string> Paths => ["/metrics"];

    public async ValueTask<bool> TryHandleAsync(HttpContext http, UserInfo user)
    {
        if (http.Request.Path.Value!.TrimEnd('/') != "/metrics")
        {
            return false;
        }

        if (user.Username == Users.Anonymous)
        {
            throw ApiErrors.Unauthorized();
        }

        if (http.Request.Method is not ("GET" or "HEAD"))
        {
            throw ResourceHandler.NotAllowed();
        }

        http.Response.ContentType = MetricText.ContentType;
        await http.Response.WriteAsync(MetricsPage.Of(others(), requests.Write).ToString(), http.RequestAborted).ConfigureAwait(false);
        return true;
    }
}
