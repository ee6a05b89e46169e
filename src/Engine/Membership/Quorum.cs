namespace ActorKube.Engine.Membership;

/// <summary>
/// How many of a host's voters it takes. The voters are the other active members, and the database as one more.
/// Deaths need more than half of them, life at least half: of 3 voters 2 and 2, of 2 voters 2 and 1, so the two sets always have a voter in common, and
/// a cluster of two outlives the database's absence.
/// </summary>
internal static class Quorum
{
    /// <param name="voters">Number of voters, the database included.</param>
    public static int ToDeclareDead(int voters) => (voters / 2) + 1;

    /// <param name="voters">Number of voters, the database included.</param>
    public static int ToLive(int voters) => (voters + 1) / 2;

    /// <summary>The number of those who have a say on this member.</summary>
    public static int Voters(MembershipView view, string name) => view.Others(name).Count() + 1;

    /// <summary>Whether the votes on a member, with that of the database, suffice to give it up.</summary>
    /// <param name="databaseAccuses">Its lease in the database has run out.</param>
    public static bool IsDead(MembershipView view, Member member, bool databaseAccuses)
    {
        var votes = member.Accusers.Count(a => view.Find(a) is { IsActive: true, Votes: true });

        // The database's voice alone would let a host that can't be heard by anyone be replaced by nobody's judgement.
        return votes > 0 && votes + (databaseAccuses ? 1 : 0) >= ToDeclareDead(Voters(view, member.Name));
    }
}
