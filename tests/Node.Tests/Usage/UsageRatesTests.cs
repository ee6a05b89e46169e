using ActorKube.Api.Metrics;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Usage;

namespace ActorKube.NodeAgent.Tests.Usage;

public sealed class UsageRatesTests
{
    private const long Second = 1_000_000_000;

    private static readonly DateTimeOffset Now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly PodIdentity Pod = new("ns", "web", "u1");

    [Fact]
    public void Container_MeasuredTwice_HasTheRateBetween()
    {
        var reading = Between(At(0, One("c", 2 * Second)), At(15, One("c", 5 * Second)));

        Assert.Equal((TimeSpan.FromSeconds(15), new ResourceUsage(Second / 5, 100)), (Assert.Single(reading.Pods).Window, reading.Pods[0].Containers[0].Usage));
        Assert.Equal(new ResourceUsage(Second / 5, 100), reading.Usage);
    }

    [Fact]
    public void Container_ThatIsNew_CountsFromItsStart()
    {
        var now = At(15, One("c", Second, startedAt: 5));

        Assert.True(UsageRates.IsComplete(At(0), now));
        Assert.Equal((TimeSpan.FromSeconds(10), Second / 10), (Between(At(0), now).Pods[0].Window, Between(At(0), now).Pods[0].Containers[0].Usage.CpuNanocores));
    }

    [Fact]
    public void Container_OfWhichNothingIsKnown_LeavesItsPodOut()
    {
        var now = At(15, One("c", Second), One("d", Second, startedAt: 5));

        Assert.False(UsageRates.IsComplete(At(0), now));
        Assert.Empty(Between(At(0), now).Pods);
    }

    [Fact]
    public void Sample_ThatIsOld_SaysNothing()
    {
        Assert.False(UsageRates.IsComplete(At(0, One("c", 0)), At(91, One("c", Second))));
        Assert.True(UsageRates.IsComplete(At(0, One("c", 0)), At(90, One("c", Second))));
    }

    [Fact]
    public void Counter_ThatBeganAnew_IsNeverNegative() => Assert.Equal(0, Between(At(0, One("c", 9 * Second)), At(15, One("c", Second))).Pods[0].Containers[0].Usage.CpuNanocores);

    [Fact]
    public void Machine_WhereThereIsOne_IsTheNode()
    {
        var before = At(0, One("c", 0)) with { Machine = new MachineUsage(Now, 10 * Second, 1) };
        var now = At(10, One("c", Second)) with { Machine = new MachineUsage(Now.AddSeconds(10), 30 * Second, 7) };

        Assert.Equal(new ResourceUsage(2 * Second, 7), Between(before, now).Usage);
        Assert.False(UsageRates.IsComplete(At(0, One("c", 0)), now));
    }

    [Fact]
    public void Pods_AndTheirContainers_AreInOrder()
    {
        var reading = Between(At(0), At(15, One("b", 0, 1), One("a", 0, 1), One("c", 0, 1, new PodIdentity("ns", "api", "u2"))));

        Assert.Equal(["api", "web"], reading.Pods.Select(static p => p.Name));
        Assert.Equal(["a", "b"], reading.Pods[1].Containers.Select(static c => c.Name));
    }

    private static NodeReading Between(UsageSample before, UsageSample now) => UsageRates.Between("n", before, now);

    private static UsageSample At(int seconds, params Func<DateTimeOffset, KeyValuePair<string, ContainerSample>>[] containers) =>
        new(Now.AddSeconds(seconds), null, containers.Select(c => c(Now.AddSeconds(seconds))).ToDictionary());

    private static Func<DateTimeOffset, KeyValuePair<string, ContainerSample>> One(string name, long cpu, int? startedAt = null, PodIdentity? pod = null) => time =>
        KeyValuePair.Create(name, new ContainerSample(pod ?? Pod, name, startedAt is { } start ? Now.AddSeconds(start) : null, new ContainerUsage(time, cpu, 200, 100, 1)));
}
