namespace ActorKube.Engine.Membership;

/// <summary>How a host gets its row.</summary>
public static class Joining
{
    /// <summary>The row of a host's next life.</summary>
    public static async Task<Member> NextAsync(IMembershipTable table, Member host, CancellationToken cancellationToken = default)
    {
        var last = (await table.ReadAsync(cancellationToken)).View.Find(host.Name);
        return host with { Id = host.Id with { Incarnation = (last?.Id.Incarnation ?? 0) + 1 }, Status = MemberStatus.Active, Votes = false, Accusers = [] };
    }

    /// <summary>The row as it joins this view; null if the name has gone to somebody else meanwhile. Who is alone has nobody to wait for.</summary>
    internal static Member? Row(MembershipView view, Member next) =>
        view.Find(next.Name) is { } row && row.Id.Incarnation >= next.Id.Incarnation ? null : next with { Votes = !view.Others(next.Name).Any() };
}

/// <summary>Two hosts go by the same name.</summary>
public sealed class MemberNameTakenException(string message) : Exception(message);
