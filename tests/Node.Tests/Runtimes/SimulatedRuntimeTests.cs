using ActorKube.Api.Metrics;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Runtimes.Simulated;

namespace ActorKube.NodeAgent.Tests.Runtimes;

public sealed class SimulatedRuntimeTests : RuntimeContract
{
    protected override async Task<IContainerRuntime> OpenAsync()
    {
        var runtime = new SimulatedRuntime(new SimulatedRuntimeOptions { Workload = Scripts.Simulate, Usage = (_, _) => new ResourceUsage(500_000_000, 1 << 20) }, TimeProvider.System);
        await runtime.StartAsync(Cancellation);
        await runtime.PullImageAsync(Image, null, null, Cancellation);
        return runtime;
    }

    [Fact]
    public async Task Faults_SameSeed_GiveTheSameRun()
    {
        Assert.Equal(await OutcomesAsync(7), await OutcomesAsync(7));
        Assert.NotEqual(await OutcomesAsync(7), await OutcomesAsync(8));
        Assert.Contains(RuntimeError.PullFailed, await OutcomesAsync(7));
    }

    [Theory]
    [InlineData("1.5", null, 1.5, 0)]
    [InlineData("0", "3", 0.0, 3)]
    [InlineData(null, "3", null, 3)]
    public void Annotations_SayWhatAContainerDoes(string? seconds, string? code, double? runs, int exit)
    {
        var workload = SimulatedAnnotations.Workload(Annotated(seconds, code));
        Assert.Equal((runs, exit), (workload.RunsFor?.TotalSeconds, workload.ExitCode));
    }

    [Theory]
    [InlineData("soon", null)]
    [InlineData("-1", null)]
    [InlineData("1", "256")]
    public void Annotations_NoNumber_AreRefused(string? seconds, string? code) =>
        Assert.Throws<RuntimeException>(() => SimulatedAnnotations.Workload(Annotated(seconds, code)));

    private static ContainerConfig Annotated(string? seconds, string? code)
    {
        var labels = new Dictionary<string, string?> { [SimulatedAnnotations.RunSeconds] = seconds, [SimulatedAnnotations.ExitCode] = code };
        return new ContainerConfig { Name = "c", Image = "img", Labels = labels.Where(static l => l.Value is not null).ToDictionary(static l => l.Key, static l => l.Value!) };
    }

    [Fact]
    public async Task CreateSandbox_NoAddressLeft_Fails()
    {
        await using var runtime = new SimulatedRuntime(new SimulatedRuntimeOptions { PodNetwork = System.Net.IPNetwork.Parse("10.0.0.0/29") }, TimeProvider.System);
        var taken = new List<SandboxStatus>();
        for (var i = 0; i < 5; i++)
        {
            taken.Add(await runtime.CreateSandboxAsync(NewPod($"p{i}"), Cancellation));
        }

        Assert.Equal(["10.0.0.2", "10.0.0.3", "10.0.0.4", "10.0.0.5", "10.0.0.6"], taken.Select(s => s.Addresses[0]));
        Assert.Equal(RuntimeError.Failed, await ErrorOf(() => runtime.CreateSandboxAsync(NewPod(), Cancellation)));

        await runtime.RemoveSandboxAsync(taken[2].Id, Cancellation);
        Assert.Equal("10.0.0.4", (await runtime.CreateSandboxAsync(NewPod(), Cancellation)).Addresses[0]);
    }

    private static async Task<List<RuntimeError?>> OutcomesAsync(int seed)
    {
        var faults = new SimulatedFaults(
            new Dictionary<SimulatedOperation, SimulatedFault> { [SimulatedOperation.PullImage] = new(SimulatedDelay.None, 0.5, RuntimeError.PullFailed) },
            new Random(seed),
            TimeProvider.System);
        await using var runtime = new SimulatedRuntime(new SimulatedRuntimeOptions { Faults = faults }, TimeProvider.System);
        var outcomes = new List<RuntimeError?>();
        for (var i = 0; i < 32; i++)
        {
            try
            {
                await runtime.PullImageAsync(Image, null, null, Cancellation);
                outcomes.Add(null);
            }
            catch (RuntimeException e)
            {
                outcomes.Add(e.Error);
            }
        }

        return outcomes;
    }
}
