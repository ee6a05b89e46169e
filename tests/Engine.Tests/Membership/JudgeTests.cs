using ActorKube.Engine.Membership;
using ActorKube.Engine.Membership.Probing;

namespace ActorKube.Engine.Tests.Membership;

public sealed class JudgeTests
{
    /// <summary>What shows itself of the host; seconds since it answered last; what is thought of it.</summary>
    [Theory]
    [InlineData("Answers", 3600, "Trusted")]
    [InlineData("Silent", 0.7, "Trusted")]
    [InlineData("Silent", 0.8, "Suspected")]
    [InlineData("Silent", 1.5, "Lost")]
    [InlineData("Stalls", 1.9, "Trusted")]
    [InlineData("Stalls", 3.9, "Suspected")]
    [InlineData("Stalls", 4, "Lost")]
    [InlineData("Refuses", 4.9, "Trusted")]
    [InlineData("Refuses", 9.9, "Suspected")]
    [InlineData("Refuses", 10, "Lost")]
    public void Host_TheMoreOfItIsThere_TheLongerItIsWaitedFor(string contact, double seconds, string expected)
    {
        var health = new PeerHealth(TimeSpan.Zero, Enum.Parse<PeerContact>(contact));
        Assert.Equal(expected, Judge.Of(health, TimeSpan.FromSeconds(seconds), new MembershipOptions()).ToString());
    }

    [Theory]
    [InlineData(true, PeerContact.Refuses, PeerContact.Stalls, PeerContact.Refuses)]
    [InlineData(true, PeerContact.Refuses, PeerContact.Silent, PeerContact.Silent)]
    [InlineData(true, PeerContact.Stalls, PeerContact.Refuses, PeerContact.Refuses)]
    [InlineData(true, PeerContact.Silent, PeerContact.Stalls, PeerContact.Stalls)]
    [InlineData(false, PeerContact.Answers, PeerContact.Stalls, PeerContact.Refuses)]
    [InlineData(false, PeerContact.Answers, PeerContact.Silent, PeerContact.Silent)]
    public void Process_ThatStarts_HasAsLongAsARestart(bool hasAnswered, object before, object outcome, object expected)
    {
        var health = new PeerHealth(TimeSpan.Zero, (PeerContact)before, HasAnswered: hasAnswered).After(TimeSpan.FromSeconds(1), ProbeOutcome.None((PeerContact)outcome));
        Assert.Equal((PeerContact)expected, health.Contact);
    }

    [Fact]
    public void Options_ThatContradictEachOther_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new MembershipOptions { SilenceLimit = TimeSpan.FromMilliseconds(100) }.Validate());
        Assert.Throws<ArgumentException>(() => new MembershipOptions { FenceAfter = TimeSpan.FromSeconds(1) }.Validate());
        Assert.Throws<ArgumentException>(() => new MembershipOptions { LeaseDuration = TimeSpan.FromSeconds(1) }.Validate());
        new MembershipOptions().Validate();
    }
}
