using ActorKube.Engine.Membership;
using ActorKube.Engine.Membership.Fencing;

namespace ActorKube.Engine.Tests.Membership;

public sealed class VouchBookTests
{
    private static readonly MembershipOptions Options = new();
    private static readonly MemberId A = new("a", 1);
    private static readonly MemberId B = new("b", 1);
    private readonly VouchBook _book = new(Options);

    [Fact]
    public void AliveUntil_Alone_IsForEver() => Assert.Equal(TimeSpan.MaxValue, Until(View()));

    [Fact]
    public void AliveUntil_OneVouchOfThreeVoters_IsNotEnough()
    {
        Vouch(A, at: 5, version: 0);
        Assert.Equal(TimeSpan.Zero, Until(View("a", "b")));
    }

    [Fact]
    public void AliveUntil_TwoOfThree_IsTheEarlierOfTheTwo()
    {
        Vouch(A, at: 5, version: 0);
        Vouch(B, at: 7, version: 0);
        Assert.Equal(TimeSpan.FromSeconds(15), Until(View("a", "b")));
    }

    [Fact]
    public void AliveUntil_OneOfTwo_IsEnough()
    {
        Vouch(A, at: 5, version: 0);
        Assert.Equal(TimeSpan.FromSeconds(15), Until(View("a")));
    }

    [Fact]
    public void AliveUntil_TheDatabasesWord_IsAsGoodAsAMajoritys()
    {
        _book.Proven(TimeSpan.FromSeconds(9));
        Assert.Equal(TimeSpan.FromSeconds(19), Until(View("a", "b")));
    }

    [Fact]
    public void AliveUntil_AVouchFromANewerView_CountsOnceThatIsKnown()
    {
        Vouch(A, at: 5, version: 3);
        Assert.Equal(TimeSpan.Zero, Until(View("a") with { Version = 2 }));
        Assert.Equal(TimeSpan.FromSeconds(15), Until(View("a") with { Version = 3 }));
    }

    [Fact]
    public void AliveUntil_VouchesOfThoseItAccuses_DoNotCount()
    {
        Vouch(A, at: 5, version: 0);
        Assert.Equal(TimeSpan.Zero, _book.AliveUntil(View("a"), "self", new HashSet<MemberId> { A }));
    }

    [Fact]
    public void AliveUntil_VouchesOfFormerLives_DoNotCount()
    {
        Vouch(A with { Incarnation = 2 }, at: 5, version: 0);
        Assert.Equal(TimeSpan.Zero, Until(View("a")));
    }

    private static MembershipView View(params string[] others)
    {
        var view = MembershipView.Empty;
        foreach (var name in others.Append("self"))
        {
            view = view.With(new Member { Id = new MemberId(name, 1), Status = MemberStatus.Active, Address = name, Votes = true });
        }

        return view;
    }

    private void Vouch(MemberId voter, int at, long version) => _book.Vouched(voter, TimeSpan.FromSeconds(at), Options.FenceAfter, version);

    private TimeSpan Until(MembershipView view) => _book.AliveUntil(view, "self", new HashSet<MemberId>());
}
