using ActorKube.NodeAgent.Fencing;
using ActorKube.NodeAgent.Fencing.Guards;

namespace ActorKube.NodeAgent.Tests.Fencing;

public sealed class FenceTests
{
    private readonly List<bool> _changes = [];
    private TimeSpan _left = TimeSpan.FromSeconds(10);

    [Fact]
    public void Check_TimeRunsOutAndComesBack_TellsEachChangeOnce()
    {
        using var fence = new Fence(() => _left, null, new FencingOptions(), _changes.Add);
        Assert.False(fence.Check());
        var closing = fence.Closing;

        _left = TimeSpan.FromSeconds(1);
        Assert.True(fence.Check());
        Assert.True(fence.Check());
        Assert.True(closing.IsCancellationRequested);
        Assert.True(fence.Closing.IsCancellationRequested);

        _left = TimeSpan.FromSeconds(9);
        Assert.False(fence.Check());
        Assert.False(fence.Closing.IsCancellationRequested);
        Assert.Equal([true, false], _changes);
    }

    [Fact]
    public void Check_NeverFenced_IsOpen()
    {
        using var fence = new Fence(null, null, new FencingOptions(), _changes.Add);
        Assert.False(fence.Check());
        Assert.False(fence.IsClosed);
    }

    [Fact]
    public void Check_WithGuard_TellsItUntilWhenByTheClockReadBefore()
    {
        var guard = new NotedLease { Now = TimeSpan.FromSeconds(100) };
        using var fence = new Fence(
            () =>
            {
                // As if the process were stopped for a while between the two.
                guard.Now = TimeSpan.FromSeconds(170);
                return _left;
            },
            guard,
            new FencingOptions(),
            _changes.Add);
        fence.Check();
        Assert.Equal(TimeSpan.FromSeconds(110), guard.Until);

        _left = TimeSpan.MaxValue;
        fence.Check();
        Assert.Equal(TimeSpan.MaxValue, guard.Until);
    }

    [Fact]
    public void Lease_OpenedByAnother_HasWhatTheFirstWrote()
    {
        var path = Path.Combine(Path.GetTempPath(), $"actorkube-lease-{Guid.NewGuid():n}");
        try
        {
            using var host = GuardLease.Open(path);
            using var guard = GuardLease.Open(path);
            Assert.Equal(TimeSpan.Zero, guard.Until);
            var until = host.Now + TimeSpan.FromSeconds(10);
            host.Renew(until);
            host.Dismiss();
            Assert.Equal((until, true), (guard.Until, guard.IsDismissed));

            using var late = GuardLease.Open(path);
            Assert.Equal(until, late.Until);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Lease_OfAnEarlierBoot_IsOver()
    {
        var path = Path.Combine(Path.GetTempPath(), $"actorkube-lease-{Guid.NewGuid():n}");
        try
        {
            using (var earlier = GuardLease.Open(path))
            {
                earlier.Renew(TimeSpan.MaxValue);
            }

            using (var file = File.OpenWrite(path))
            {
                file.Write(Guid.NewGuid().ToByteArray());
            }

            using var now = GuardLease.Open(path);
            Assert.Equal(TimeSpan.Zero, now.Until);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private sealed class NotedLease : IGuardLease
    {
        public TimeSpan Now { get; set; }

        public TimeSpan Until { get; private set; }

        public void Renew(TimeSpan until) => Until = until;
    }
}
