using ActorKube.NodeAgent.Fencing;
using ActorKube.NodeAgent.Fencing.Guards;

namespace ActorKube.NodeAgent.Tests.Fencing;

public sealed class FenceRuleTests
{
    [Theory]
    [InlineData(false, 10, false)]
    [InlineData(false, 5, false)]
    [InlineData(false, 2.1, false)]
    [InlineData(false, 2, true)]
    [InlineData(false, 0, true)]
    [InlineData(false, -60, true)]
    [InlineData(true, -1, true)]
    [InlineData(true, 2.1, true)]
    [InlineData(true, 5, true)]
    [InlineData(true, 5.1, false)]
    [InlineData(true, 10, false)]
    public void IsClosed_TimeLeft_ClosesBelowTheMarginAndOpensAboveHalf(bool wasClosed, double left, bool expected) =>
        Assert.Equal(expected, FenceRule.IsClosed(wasClosed, TimeSpan.FromSeconds(left), new FencingOptions()));

    [Fact]
    public void IsClosed_NobodyElse_IsOpen() => Assert.False(FenceRule.IsClosed(true, TimeSpan.MaxValue, new FencingOptions()));

    [Theory]
    [InlineData(98.9, true, nameof(GuardDuty.Watch))]
    [InlineData(99, true, nameof(GuardDuty.Kill))]
    [InlineData(99, false, nameof(GuardDuty.Kill))]
    [InlineData(400, false, nameof(GuardDuty.Kill))]
    [InlineData(400.1, true, nameof(GuardDuty.Kill))]
    [InlineData(400.1, false, nameof(GuardDuty.Leave))]
    public void Decide_LeaseUntil100_FollowsTheTable(double now, bool anyLeft, string expected) =>
        Assert.Equal(expected, GuardRule.Decide(TimeSpan.FromSeconds(now), TimeSpan.FromSeconds(100), anyLeft, new GuardOptions { NodeId = "n" }).ToString());

    [Fact]
    public void Decide_LeaseForEver_Watches() =>
        Assert.Equal(GuardDuty.Watch, GuardRule.Decide(TimeSpan.FromDays(1000), TimeSpan.MaxValue, false, new GuardOptions { NodeId = "n" }));

    [Theory]
    [InlineData(30, 2)]
    [InlineData(10, 2)]
    [InlineData(2, 0.4)]
    public void For_AnyTime_LeavesAMarginThatFits(double after, double margin)
    {
        var options = FencingOptions.For(TimeSpan.FromSeconds(after));
        options.Validate();
        Assert.Equal((TimeSpan.FromSeconds(after), TimeSpan.FromSeconds(margin)), (options.FenceAfter, options.Margin));
    }

    [Theory]
    [InlineData(10, 2, 2)]
    [InlineData(4, 2, 0.25)]
    [InlineData(10, 2, 0)]
    public void Validate_TimesThatContradictEachOther_AreRefused(double after, double margin, double period) => Assert.Throws<ArgumentException>(() =>
        new FencingOptions { FenceAfter = TimeSpan.FromSeconds(after), Margin = TimeSpan.FromSeconds(margin), Period = TimeSpan.FromSeconds(period) }.Validate());
}
