using ActorKube.NodeAgent.Runtimes.DockerEngine;
using ActorKube.NodeAgent.Runtimes.DockerEngine.Pool;

namespace ActorKube.NodeAgent.Tests.Runtimes.DockerEngine;

public sealed class PoolSizeTests
{
    private static readonly DateTimeOffset Start = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly WarmPoolOptions Options = new() { Minimum = 8, Maximum = 64 };

    [Fact]
    public void Target_AtRest_IsTheMinimum() => Assert.Equal(8, new PoolSize(Options).Target(Start));

    [Theory]
    [InlineData(1, 8)]
    [InlineData(20, 20)]
    [InlineData(50, 50)]
    [InlineData(500, 64)]
    public void Target_AfterABurst_IsItsSizeWithinLimits(int pods, int expected)
    {
        var size = new PoolSize(Options);
        var end = Claim(size, Start, pods);

        Assert.Equal(expected, size.Target(end));
    }

    [Fact]
    public void Target_LongAfterABurst_IsTheMinimumAgain()
    {
        var size = new PoolSize(Options);
        var end = Claim(size, Start, 30);

        Assert.Equal(30, size.Target(end + Options.Memory));
        Assert.Equal(8, size.Target(end + Options.Memory + TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Target_SmallBurstAfterALargeOne_KeepsTheLargeOne()
    {
        var size = new PoolSize(Options);
        var end = Claim(size, Start, 30);

        Assert.Equal(30, size.Target(Claim(size, end + TimeSpan.FromMinutes(1), 10)));
    }

    private static DateTimeOffset Claim(PoolSize size, DateTimeOffset start, int pods)
    {
        var now = start;
        for (var i = 0; i < pods; i++)
        {
            now += TimeSpan.FromMilliseconds(20);
            size.Claimed(now);
        }

        return now;
    }
}
