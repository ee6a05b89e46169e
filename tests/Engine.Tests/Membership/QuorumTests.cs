using ActorKube.Engine.Membership;
using ActorKube.Engine.Membership.Voting;

namespace ActorKube.Engine.Tests.Membership;

public sealed class QuorumTests
{
    [Fact]
    public void Quorums_OfLifeAndDeath_AlwaysHaveAVoterInCommon()
    {
        for (var voters = 1; voters <= 100; voters++)
        {
            Assert.True(Quorum.ToLive(voters) + Quorum.ToDeclareDead(voters) > voters, $"{voters} voters");
        }
    }

    /// <summary>Members besides the accused; how many of them accuse it; whether the database does; whether that is its death.</summary>
    [Theory]
    [InlineData(0, 0, true, false)]
    [InlineData(1, 1, false, false)]
    [InlineData(1, 0, true, false)]
    [InlineData(1, 1, true, true)]
    [InlineData(2, 1, false, false)]
    [InlineData(2, 1, true, true)]
    [InlineData(2, 2, false, true)]
    [InlineData(3, 2, false, false)]
    [InlineData(3, 2, true, true)]
    [InlineData(4, 2, false, false)]
    [InlineData(4, 3, false, true)]
    public void Accuse_IsADeath_WithMoreThanHalfOfTheVotes(int others, int accusers, bool database, bool dead)
    {
        var view = MembershipView.Empty.With(Row("x"));
        for (var i = 0; i < others; i++)
        {
            view = view.With(Row($"m{i}"));
        }

        var accused = Row("x") with { Accusers = [.. Enumerable.Range(0, accusers).Select(static i => new MemberId($"m{i}", 1))] };

        Assert.Equal(dead, Quorum.IsDead(view, accused, database));
    }

    [Fact]
    public void Accuse_ByWhoHasNoVoteYet_ChangesNothing()
    {
        var view = MembershipView.Empty.With(Row("x")).With(Row("m") with { Votes = false });
        Assert.Null(Ballot.Accuse(Reading(view), new MemberId("x", 1), new MemberId("m", 1)));
    }

    [Fact]
    public void Accuse_OfALaterLife_ChangesNothing()
    {
        var view = MembershipView.Empty.With(Row("x") with { Id = new MemberId("x", 2) }).With(Row("m"));
        Assert.Null(Ballot.Accuse(Reading(view), new MemberId("x", 1), new MemberId("m", 1)));
    }

    [Fact]
    public void Accuse_VotesOfMembersThatHaveGone_CountNoMore()
    {
        var accused = Row("x") with { Accusers = [new MemberId("gone", 1), new MemberId("m0", 7)] };
        var view = MembershipView.Empty.With(accused).With(Row("m0")).With(Row("m1"));
        Assert.False(Quorum.IsDead(view, accused with { Accusers = accused.Accusers.Add(new MemberId("m1", 1)) }, databaseAccuses: false));
    }

    [Fact]
    public void Retract_TakesBackTheVoteOfTheLivingOnly()
    {
        var accused = Row("x") with { Accusers = [new MemberId("m", 1)] };
        var view = MembershipView.Empty.With(accused).With(Row("m"));
        Assert.Empty(Ballot.Retract(Reading(view), accused.Id, new MemberId("m", 1))!.Accusers);
        Assert.Null(Ballot.Retract(Reading(view.With(accused with { Status = MemberStatus.Dead })), accused.Id, new MemberId("m", 1)));
    }

    private static TableReading Reading(MembershipView view) => new(view, new HashSet<string>(StringComparer.Ordinal));

    private static Member Row(string name) => new() { Id = new MemberId(name, 1), Status = MemberStatus.Active, Address = name, Votes = true };
}
