using ActorKube.Engine.Membership;
using ActorKube.Host.Composition.Clustering;

namespace ActorKube.EndToEnd.Tests.Launcher;

public sealed class MemberRemovalTests
{
    private static readonly TimeSpan Safe = TimeSpan.FromSeconds(10.2);

    [Theory(Timeout = 10_000)]
    [InlineData(MemberStatus.Dead, 10.3, false, true)]
    [InlineData(MemberStatus.Dead, 10.3, true, false)]
    [InlineData(MemberStatus.Dead, 10.1, false, false)]
    [InlineData(MemberStatus.Stopped, null, false, false)]
    [InlineData(MemberStatus.Active, null, false, false)]
    public void Row_OfAMember_GoesWhenItIsSurelyDeadAndHasNoNode(MemberStatus status, double? deadFor, bool hasNode, bool goes)
    {
        var view = MembershipView.Empty.With(new Member { Id = new MemberId("a", 1), Status = status, Address = "a:1" });

        var gone = MemberRemoval.Gone(view, _ => deadFor is { } seconds ? TimeSpan.FromSeconds(seconds) : null, _ => hasNode, Safe);

        Assert.Equal(goes ? ["a"] : [], gone);
    }
}
