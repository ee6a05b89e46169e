using System.Net;

namespace ActorKube.EndToEnd.Tests.Pods;

/// <summary>The proxies of the API to a server in a real pod.</summary>
public sealed class ProxyTests(EngineHost host) : IClassFixture<EngineHost>
{
    private const int Limit = 180_000;
    private const string Space = "/api/v1/namespaces/default/";
    private const string Server = "mkdir -p /www/sub; echo '<a href=\"/sub/\">sub</a>' >/www/index.html; echo deep >/www/sub/index.html; httpd -p 8080 -h /www && touch /ready; echo said; exec sleep 1000";

    private const string Service = """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {selector: {app: web}, ports: [{name: http, port: 80, targetPort: 8080}]}
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = Limit)]
    public async Task Server_InAPod_IsReachedThroughPodServiceAndNode()
    {
        await host.ApplyAsync(EngineHost.Manifest("web", Server) + "\n    readinessProbe: {exec: {command: [test, -e, /ready]}, periodSeconds: 1}");
        await host.OkAsync("label pod web app=web");
        await host.ApplyAsync(Service);
        await host.OkAsync("wait --for=condition=Ready pod/web --timeout=100s");
        await host.OkAsync("wait endpoints/web --for=jsonpath={.subsets[0].addresses[0].ip} --timeout=60s");
        using var client = host.Client();
        foreach (var proxy in new[] { "pods/web:8080/proxy", "pods/http:web:8080/proxy", "services/web:80/proxy", "services/web:http/proxy", "services/:web:http/proxy" })
        {
            // kubectl's own client follows from the proxy without a slash to the one with it.
            Assert.Equal($"<a href=\"{Space}{proxy}/sub/\">sub</a>\n", await client.GetStringAsync(Space + proxy, Cancellation));
            Assert.Equal("deep\n", await client.GetStringAsync($"{Space}{proxy}/sub", Cancellation));
            using var missing = await client.GetAsync($"{Space}{proxy}/none", Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        }

        using var closed = await client.GetAsync($"{Space}pods/web:9/proxy/", Cancellation);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, closed.StatusCode);

        var node = await host.GetAsync("pod/web", ".spec.nodeName");
        Assert.Equal("said\n", await client.GetStringAsync($"/api/v1/nodes/{node}/proxy/containerLogs/default/web/c", Cancellation));
        Assert.Contains("container_cpu_usage_seconds_total{container=\"c\",namespace=\"default\",pod=\"web\"} ", await client.GetStringAsync($"/api/v1/nodes/{node}/proxy/metrics/resource", Cancellation), StringComparison.Ordinal);
    }
}
