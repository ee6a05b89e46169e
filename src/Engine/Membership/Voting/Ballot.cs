namespace ActorKube.Engine.Membership.Voting;

/// <summary>What a vote makes of a member's row. Pure.</summary>
internal static class Ballot
{
    /// <summary>The row with the voter's accusation, and dead if that is enough; null when there is nothing to change.</summary>
    public static Member? Accuse(TableReading reading, MemberId accused, MemberId voter)
    {
        if (reading.View.Find(accused) is not { IsActive: true } row || reading.View.Find(voter) is not { IsActive: true, Votes: true })
        {
            return null;
        }

        var next = row with { Accusers = row.Accusers.Add(voter) };
        if (Quorum.IsDead(reading.View, next, reading.Lapsed.Contains(row.Name)))
        {
            return next with { Status = MemberStatus.Dead };
        }

        return next.Accusers.Count == row.Accusers.Count ? null : next;
    }

    /// <summary>The row without the voter's accusation; null when it has none that matters.</summary>
    public static Member? Retract(TableReading reading, MemberId accused, MemberId voter) =>
        reading.View.Find(accused) is { IsActive: true } row && row.Accusers.Contains(voter) ? row with { Accusers = row.Accusers.Remove(voter) } : null;

    /// <summary>A member that stopped and didn't return in time is given up; null when it isn't stopped any more.</summary>
    public static Member? GiveUp(TableReading reading, MemberId stopped) =>
        reading.View.Find(stopped) is { Status: MemberStatus.Stopped } row ? row with { Status = MemberStatus.Dead } : null;
}
