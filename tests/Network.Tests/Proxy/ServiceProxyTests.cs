using System.Globalization;
using ActorKube.Network.Tests.Proxy.Support;

namespace ActorKube.Network.Tests.Proxy;

/// <summary>The whole proxy, from objects that are written to connections that are made.</summary>
[Collection(nameof(PodLabFixture))]
public sealed class ServiceProxyTests(PodLabFixture lab)
{
    private const int Limit = 120_000;
    private const int BusyServices = 100;
    private const int Batches = 60;
    private const int BatchSize = 50;
    private static readonly TimeSpan BatchPeriod = TimeSpan.FromMilliseconds(50);

    [Fact(Timeout = Limit)]
    public async Task Changes_InTheView_TakeEffectAndProblemsBecomeEvents()
    {
        await using var view = new ProxiedView(lab);
        await view.StartAsync();
        await view.AddAsync(Make.Service(static s => s with { ExternalIPs = ["2001:db8::1"] }));
        await view.UntilAsync(static c => c.Services == 1);

        await view.AddSliceAsync("web", Make.Endpoint(PodLabFixture.Pod(0)));
        await view.UntilAsync(static c => c.Endpoints == 1);
        Assert.Equal(0, (await PodClient.AskAsync(lab.Node, Make.ClusterIp, 80)).Pod);

        await view.ChangeSliceAsync("web", Make.Endpoint(PodLabFixture.Pod(1)), Make.Endpoint(PodLabFixture.Pod(1) + "9"));
        await view.UntilAsync(static c => c.Endpoints == 2);
        Assert.Contains("2001:db8::1", Assert.Single(view.Events), StringComparison.Ordinal);
        Assert.Equal((1, true), (view.Proxy.Counts.Unprogrammed, view.Proxy.Counts.IsKernel));
    }

    /// <summary>1,000 changes of endpoints a second, for three seconds, of a hundred services.</summary>
    [Fact(Timeout = Limit)]
    public async Task Changes_AThousandASecond_TakeEffectAndDisturbNobody()
    {
        await using var view = new ProxiedView(lab);
        await view.StartAsync();
        await view.AddAsync(Make.Service());
        await view.AddSliceAsync("web", Make.Endpoint(PodLabFixture.Pod(0)));
        for (var i = 0; i < BusyServices; i++)
        {
            await view.AddAsync(Make.Service(name: Name(i), ip: Ip(i)));
            await view.AddSliceAsync(Name(i), Make.Endpoint(PodLabFixture.Pod(1)));
        }

        await view.UntilAsync(static c => c.Endpoints == BusyServices + 1);
        using var open = await PodClient.ConnectAsync(lab.Node, Make.ClusterIp, 80);
        var churn = ChurnAsync(view);
        var connections = 0;
        for (; !churn.IsCompleted; connections++)
        {
            Assert.Equal(0, (await PodClient.AskAsync(lab.Node, Make.ClusterIp, 80)).Pod);
        }

        await churn;
        await Task.WhenAll(Enumerable.Range(0, BusyServices).Select(i => view.ChangeSliceAsync(Name(i), Make.Endpoint(PodLabFixture.Pod(2)))));
        await view.UntilAsync(static c => c.Endpoints == BusyServices + 1);
        for (var i = 0; i < BusyServices; i++)
        {
            Assert.Equal(2, (await PodClient.AskAsync(lab.Node, Ip(i), 80)).Pod);
        }

        await open.EchoAsync("still here");
        Assert.True(connections > 0);
        Assert.Equal((0, 0), (view.Proxy.Counts.Plane.Failures, view.Proxy.Counts.Unprogrammed));
    }

    private static async Task ChurnAsync(ProxiedView view)
    {
        using var timer = new PeriodicTimer(BatchPeriod);
        for (var batch = 0; batch < Batches && await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken); batch++)
        {
            // Between one and four endpoints, of which one is there.
            var endpoints = Enumerable.Range(0, batch % 4).Select(static n => Make.Endpoint(string.Create(CultureInfo.InvariantCulture, $"192.0.2.{100 + n}"))).Append(Make.Endpoint(PodLabFixture.Pod(1))).ToArray();
            await Task.WhenAll(Enumerable.Range(0, BatchSize).Select(i => view.ChangeSliceAsync(Name((batch * BatchSize + i) % BusyServices), endpoints)));
        }
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"busy-{number}");

    private static string Ip(int number) => string.Create(CultureInfo.InvariantCulture, $"10.96.1.{number + 1}");
}
