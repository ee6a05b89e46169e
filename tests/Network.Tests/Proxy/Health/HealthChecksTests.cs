using System.Net;
using System.Net.Sockets;
using ActorKube.Api.Core;
using ActorKube.Engine.Transport;
using ActorKube.Network.Proxy.Health;
using ActorKube.Network.Proxy.Tables;
using ActorKube.Network.Tests.Proxy.Support;
using ActorKube.Tests.Ports;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActorKube.Network.Tests.Proxy.Health;

public sealed class HealthChecksTests
{
    [Fact(Timeout = 60_000)]
    public async Task UseAsync_LocalEndpointsComeAndGo_AnswersAsKubeProxy()
    {
        await using var health = new HealthChecks(TimeProvider.System, NullLogger.Instance);
        using var client = new HttpClient();
        var port = FreePorts.One();
        var url = new Uri($"http://127.0.0.1:{port}/healthz");

        Assert.Empty(await health.UseAsync(Table(port, "node")));
        using (var well = await client.GetAsync(url, TestContext.Current.CancellationToken))
        {
            Assert.Equal(HttpStatusCode.OK, well.StatusCode);
            Assert.Equal("1", well.Headers.GetValues("X-Load-Balancing-Endpoint-Weight").Single());
            Assert.Equal(
                "{\n\t\"service\": {\n\t\t\"namespace\": \"default\",\n\t\t\"name\": \"web\"\n\t},\n\t\"localEndpoints\": 1,\n\t\"serviceProxyHealthy\": true\n}",
                await well.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        using (var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, url), TestContext.Current.CancellationToken))
        {
            Assert.Equal((HttpStatusCode.OK, ""), (head.StatusCode, await head.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        }

        await health.UseAsync(Table(port, "other"));
        using (var ill = await client.GetAsync(url, TestContext.Current.CancellationToken))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, ill.StatusCode);
        }

        await health.UseAsync(ServiceTable.Empty(Make.Node));
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(url, TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 60_000)]
    public async Task UseAsync_PortTaken_SaysWhose()
    {
        await using var health = new HealthChecks(TimeProvider.System, NullLogger.Instance);
        using var taken = new TcpListener(IPAddress.Any, 0);
        taken.Start();

        var failures = await health.UseAsync(Table(((IPEndPoint)taken.LocalEndpoint).Port, "node"));

        Assert.Equal(new ServiceName("default", "web"), Assert.Single(failures).Key);
    }

    [Fact(Timeout = 60_000)]
    public async Task UseAsync_PortsThatComeAndGoWhileProgramsStart_HoldNothingUp()
    {
        await using var programs = new StartingPrograms();
        await using var health = new HealthChecks(TimeProvider.System, NullLogger.Instance);
        using var client = new HttpClient(new SocketsHttpHandler { ConnectCallback = TcpConnections.ConnectAsync });
        var port = FreePorts.One();
        for (var i = 0; i < 300; i++)
        {
            Assert.Empty(await health.UseAsync(Table(port, "node")));
            var asking = i % 3 == 0 ? Task.CompletedTask : AskAsync(client, port);
            if (i % 3 == 1)
            {
                await asking;
            }

            await health.UseAsync(ServiceTable.Empty(Make.Node));
            await asking;
        }
    }

    private static async Task AskAsync(HttpClient client, int port)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/healthz"), TestContext.Current.CancellationToken);
        }
        catch (HttpRequestException)
        {
            // The port was closed meanwhile.
        }
    }

    private static ServiceTable Table(int port, string node) => Make.Table(Make.Routes(
        Make.Service(s => s with { Type = ServiceTypes.LoadBalancer, ExternalTrafficPolicy = "Local", HealthCheckNodePort = port }), Make.Node, Make.Slice(Make.Endpoint("10.244.0.5", node: node))));
}
