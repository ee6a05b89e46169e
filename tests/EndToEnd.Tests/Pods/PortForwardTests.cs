using System.Text.RegularExpressions;

namespace ActorKube.EndToEnd.Tests.Pods;

/// <summary><c>kubectl port-forward</c>, through a WebSocket, as kubectl does it, and over SPDY, as it did before 1.31.</summary>
public sealed partial class PortForwardTests(EngineHost host) : IClassFixture<EngineHost>
{
    private const int Limit = 180_000;
    private const string Switch = "KUBECTL_PORT_FORWARD_WEBSOCKETS";
    private const string Server = "mkdir /www; echo hello >/www/index.html; head -c 4000000 /dev/zero >/www/large; httpd -p 127.0.0.1:8080 -h /www && touch /ready; exec sleep 1000";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(Timeout = Limit)]
    [InlineData("true")]
    [InlineData("false")]
    public async Task PortForward_HttpOnThePodsLoopback_IsReached(string webSockets)
    {
        var pod = "web-" + webSockets;
        await ServeAsync(pod);
        await using var forward = host.Start($"port-forward pod/{pod} :8080", (Switch, webSockets));
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{await LocalPortAsync(forward)}") };

        Assert.Equal("hello\n", await http.GetStringAsync("/", Cancellation));
        Assert.Equal(4_000_000, (await http.GetByteArrayAsync("/large", Cancellation)).Length);
        for (var round = 0; round < 10; round++)
        {
            // Connections that end while others begin.
            using var fresh = new HttpClient { BaseAddress = http.BaseAddress };
            Assert.All(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => fresh.GetStringAsync("/", Cancellation))), answer => Assert.Equal("hello\n", answer));
        }
    }

    [Fact(Timeout = Limit)]
    public async Task PortForward_NothingListens_SaysSo()
    {
        await ServeAsync("deaf");
        await using var forward = host.Start("port-forward pod/deaf :9999");
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{await LocalPortAsync(forward)}") };

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => http.GetStringAsync("/", Cancellation));

        var (exitCode, output) = await forward.ReadToEndAsync();
        Assert.Contains("error forwarding port 9999 to pod deaf", output, StringComparison.Ordinal);
        Assert.Contains("Connection refused", output, StringComparison.Ordinal);
        Assert.NotEqual(0, exitCode);
    }

    [Fact(Timeout = Limit)]
    public async Task PortForward_PodThatDoesntRun_SaysSo()
    {
        await host.ApplyAsync(EngineHost.Manifest("done", "exit 0", "restartPolicy: Never"));
        await host.WaitAsync("pod/done", ".status.phase", "Succeeded");

        Assert.Contains("unable to forward port because pod is not running", (await host.KubectlAsync("port-forward pod/done :80")).Output, StringComparison.Ordinal);
    }

    private async Task ServeAsync(string pod)
    {
        await host.ApplyAsync(EngineHost.Manifest(pod, Server) + "\n    readinessProbe: {exec: {command: [test, -e, /ready]}, periodSeconds: 1}");
        await host.OkAsync($"wait --for=condition=Ready pod/{pod} --timeout=100s");
    }

    private static async Task<string> LocalPortAsync(KubectlSession forward) => Forwarding().Match(await forward.ReadUntilAsync("[::1]:")).Groups[1].Value;

    [GeneratedRegex(@"Forwarding from 127\.0\.0\.1:(\d+) ->")]
    private static partial Regex Forwarding();
}
