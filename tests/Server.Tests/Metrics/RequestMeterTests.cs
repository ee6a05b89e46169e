using ActorKube.Api.Authentication;
using ActorKube.Api.Kinds;
using ActorKube.Server.Metrics;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Tests.Metrics;

public sealed class RequestMeterTests
{
    private readonly RequestMeter _meter = new(BuiltInKinds.Registry, TimeProvider.System);

    [Theory]
    [InlineData("GET", "/api/v1/pods", "", "LIST", "pods", "", "cluster")]
    [InlineData("GET", "/api/v1/namespaces/a/pods", "?watch=true", "WATCH", "pods", "", "namespace")]
    [InlineData("GET", "/api/v1/namespaces/a/pods", "?watch=0", "LIST", "pods", "", "namespace")]
    [InlineData("GET", "/api/v1/namespaces/a/pods/b", "", "GET", "pods", "", "resource")]
    [InlineData("DELETE", "/api/v1/namespaces/a/pods", "", "DELETECOLLECTION", "pods", "", "namespace")]
    [InlineData("PUT", "/api/v1/namespaces/a/pods/b/status", "", "PUT", "pods", "status", "resource")]
    [InlineData("GET", "/api/v1/namespaces/a/pods/b/made-up", "", "GET", "", "", "")]
    [InlineData("GET", "/api/v1/made-up", "", "GET", "", "", "")]
    [InlineData("BREW", "/version", "", "OTHER", "", "", "")]
    public async Task Request_ThatIsAnswered_IsCountedByWhatItAsksFor(
        string method, string path, string query, string verb, string resource, string subresource, string scope)
    {
        await SendAsync(method, path, query);

        var labels = $"scope=\"{scope}\",subresource=\"{subresource}\",verb=\"{verb}\"";
        var sample = Assert.Single((await PageAsync()).Split('\n'), l => l.StartsWith("apiserver_request_total{", StringComparison.Ordinal));
        Assert.Contains($"resource=\"{resource}\"", sample, StringComparison.Ordinal);
        Assert.Contains(labels, sample, StringComparison.Ordinal);
        Assert.EndsWith(" 1", sample, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_ThatEnds_HasNoDuration()
    {
        await SendAsync("GET", "/api/v1/pods", "?watch=1");

        Assert.DoesNotContain("apiserver_request_duration_seconds_count", await PageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_ThatIsAnswered_IsInOneBucketOfEachBoundAboveIt()
    {
        await SendAsync("GET", "/api/v1/pods", "");

        var page = await PageAsync();
        Assert.Contains("le=\"+Inf\"} 1", page, StringComparison.Ordinal);
        Assert.Contains("apiserver_current_inflight_requests{request_kind=\"readOnly\"} 0", page, StringComparison.Ordinal);
    }

    private Task SendAsync(string method, string path, string query)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = method;
        http.Request.Path = path;
        http.Request.QueryString = new QueryString(query);
        return _meter.MeasureAsync(http, static (_, _) => Task.CompletedTask);
    }

    private async Task<string> PageAsync()
    {
        var http = new DefaultHttpContext();
        http.Request.Method = "GET";
        http.Request.Path = "/metrics";
        using var body = new MemoryStream();
        http.Response.Body = body;
        Assert.True(await new MetricsHandler(_meter, static () => []).TryHandleAsync(http, new UserInfo { Username = "someone" }));
        Assert.StartsWith("text/plain; version=0.0.4", http.Response.ContentType, StringComparison.Ordinal);
        return System.Text.Encoding.UTF8.GetString(body.ToArray());
    }
}
