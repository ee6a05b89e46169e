using System.Diagnostics;
using ActorKube.Tests.Lab;

namespace ActorKube.EndToEnd.Tests.Hosts;

/// <summary>Endpoints that change all the time, through all hosts: services that have nothing to do with it go on, and every host's kernel ends up with what was written.</summary>
[Collection(nameof(HostsCollection))]
public sealed class ChurnTests(LabFixture fixture) : IAsyncLifetime
{
    private const int NodePort = 30081;
    private const int PerSecond = 1000;
    private const int Changes = 9600;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Generous: machines that run tests are busy. What it was is told.</summary>
    private static readonly TimeSpan EffectLimit = TimeSpan.FromSeconds(10);

    private IReadOnlyList<LabHost> Hosts => fixture.Lab.Hosts;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await fixture.RestoreAsync(NetworkPod.Label);

    [Fact(Timeout = 240_000)]
    public async Task Endpoints_AThousandChangesASecond_DisturbNobodyAndArriveInEveryKernel()
    {
        var pods = await Task.WhenAll(NetworkPod.StartAsync("client", Hosts[0], Hosts[1]), NetworkPod.StartAsync("server", Hosts[2], Hosts[1]));
        await Hosts[0].ApplyAsync(pods[1].Service.Replace("ports: [{", $"type: NodePort, ports: [{{nodePort: {NodePort}, ", StringComparison.Ordinal));
        var churn = new EndpointChurn(Hosts);
        await churn.CreateAsync();
        var kernels = await Task.WhenAll(Hosts.Select(KernelServices.OpenAsync));
        await Task.WhenAll(kernels.Select(k => UntilAsync(k, churn)));

        await using (var inside = await RequestLoad.StartAsync([pods[1].NamedDoor], Patience, pods[0]))
        await using (var outside = await RequestLoad.StartAsync([.. Hosts.Select(static h => new Uri($"http://{h.Machine.Address}:{NodePort}/hello"))], Patience))
        {
            var took = await churn.RunAsync(Changes, PerSecond);
            var effects = await Task.WhenAll(kernels.Select(k => UntilAsync(k, churn)));
            TestContext.Current.SendDiagnosticMessage(
                $"{Changes / took.TotalSeconds:0} changes a second; the last ones were in the kernels {string.Join(", ", effects.Select(static e => $"{e.TotalMilliseconds:0}"))} ms after they were acknowledged.");

            RequestLoad[] loads = [inside, outside];
            Assert.Equal([], loads.SelectMany(static l => l.Failures));
            Assert.All(loads.SelectMany(static l => l.Answers), static door => Assert.True(door.Value > 0, $"{door.Key} was never asked."));
        }

        await MeasureAsync(kernels, churn);
    }

    /// <summary>One write after the other: how long after its acknowledgement all kernels have it, with what it takes to read them.</summary>
    private static async Task MeasureAsync(KernelServices[] kernels, EndpointChurn churn)
    {
        var effects = new List<TimeSpan>();
        for (var i = 0; i < 20; i++)
        {
            await churn.WriteAsync(i);
            effects.Add((await Task.WhenAll(kernels.Select(k => UntilAsync(k, churn)))).Max());
        }

        effects.Sort();
        TestContext.Current.SendDiagnosticMessage($"One write alone is in all kernels {effects[10].TotalMilliseconds:0} ms after its acknowledgement in the median, {effects[^1].TotalMilliseconds:0} ms at most.");
    }

    /// <summary>Returns when the kernel has all that was written.</summary>
    private static async Task<TimeSpan> UntilAsync(KernelServices kernel, EndpointChurn churn)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            var live = await kernel.ReadAsync();
            var elapsed = Stopwatch.GetElapsedTime(start);
            var wrong = churn.Wanted.Where(w => live.GetValueOrDefault(w.Key) != w.Value).ToList();
            if (wrong.Count == 0)
            {
                return elapsed;
            }

            Assert.True(elapsed < EffectLimit, $"{kernel.Host.Name} leads connections to {wrong.FirstOrDefault().Key} to {live.GetValueOrDefault(wrong.FirstOrDefault().Key)}, not {wrong.FirstOrDefault().Value}; and {wrong.Count - 1} others.");
        }
    }
}
