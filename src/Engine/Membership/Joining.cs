using ActorKube.Engine.Membership.Probing;

namespace ActorKube.Engine.Membership;

/// <summary>How a host gets its row.</summary>
public static class Joining
{
    /// <summary>The row of a host's next life.</summary>
    /// <exception cref="MemberNameTakenException">A host at another address goes by the name, and answers.</exception>
    public static async Task<Member> NextAsync(IMembershipTable table, IPeers peers, Member host, MembershipOptions options, CancellationToken cancellationToken = default)
    {
        var view = (await table.ReadAsync(cancellationToken)).View;
        var last = view.Find(host.Name);
        if (last is { IsActive: true } && last.Address != host.Address)
        {
            // It would be replaced, come back, and replace this one in turn.
            var outcome = await peers.ProbeAsync(last, new Probe(host.Id, last.Id, 0), options.ProbeTimeout, cancellationToken);
            if (outcome.Answer?.From == last.Id)
            {
                throw new MemberNameTakenException($"A host at {last.Address} goes by the name {host.Name}: give each its own with --node-name.");
            }
        }

        // A name whose row was removed must not get an incarnation again that it had. Each of them made a version of the table, so none was above it.
        return host with { Id = host.Id with { Incarnation = (last?.Id.Incarnation ?? view.Version) + 1 }, Status = MemberStatus.Active, Votes = false, Accusers = [] };
    }

    /// <summary>The row as it joins this view; null if the name has gone to somebody else meanwhile. Who is alone has nobody to wait for.</summary>
    internal static Member? Row(MembershipView view, Member next) =>
        view.Find(next.Name) is { } row && row.Id.Incarnation >= next.Id.Incarnation ? null : next with { Votes = !view.Others(next.Name).Any() };
}

/// <summary>Two hosts go by the same name.</summary>
public sealed class MemberNameTakenException(string message) : Exception(message);
