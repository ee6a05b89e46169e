using System.Collections.Concurrent;
using ActorKube.Engine.Membership.State;

namespace ActorKube.Engine.Membership.Probing;

/// <summary>
/// Asks every other member again and again whether it is there, and collects what they say of this host. One question at a time to each, and sooner again to one that hasn't
/// answered; the thought about each is handed on whenever it was asked.
/// </summary>
internal sealed class PeerProber(IPeers peers, MembershipState state, Monotonic clock, MembershipOptions options, Random random, Func<Member, PeerContact, Judgement, Task> judged, Action<long> newer)
{
    /// <summary>How many others are asked for theirs about a host that doesn't answer here.</summary>
    private const int Helpers = 2;

    /// <summary>What takes so much longer than it should wasn't done in time because this host was stopped or starved.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<MemberId, PeerHealth> _health = new();
    private readonly Dictionary<MemberId, Task> _asking = [];
    private TimeSpan _lastRound = clock.Now;

    /// <summary>What members said last of the revision of their views, by name.</summary>
    public IEnumerable<KeyValuePair<string, long>> Revisions => _health.Select(static h => KeyValuePair.Create(h.Key.Name, h.Value.Revision));

    /// <summary>Begins to ask all that are not being asked already. Not to be called twice at once.</summary>
    public void Round(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var members = state.View.Others(state.Self.Name).ToList();
        if (WasAway(_lastRound, options.ProbePeriod))
        {
            foreach (var (id, health) in _health)
            {
                _health[id] = health.Forgiven(now);
            }
        }

        _lastRound = now;
        foreach (var gone in _health.Keys.Except(members.Select(static m => m.Id)))
        {
            _health.TryRemove(gone, out _);
        }

        foreach (var (answered, _) in _asking.Where(static a => a.Value.IsCompleted).ToList())
        {
            _asking.Remove(answered);
        }

        foreach (var member in members.Where(m => !_asking.ContainsKey(m.Id)))
        {
            _asking.Add(member.Id, AskAsync(member, cancellationToken));
        }
    }

    /// <summary>Completes when no question is open any more.</summary>
    public Task DrainAsync() => Task.WhenAll(_asking.Values);

    /// <summary>Until there is an answer, or the member is no more.</summary>
    private async Task AskAsync(Member member, CancellationToken cancellationToken)
    {
        await Task.Yield();
        try
        {
            while (!await AskOnceAsync(member, cancellationToken) && state.View.Find(member.Id) is { IsActive: true })
            {
                await clock.DelayAsync(options.RetryPause, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopping.
        }
    }

    /// <summary>True if it is there.</summary>
    private async Task<bool> AskOnceAsync(Member member, CancellationToken cancellationToken)
    {
        var sentAt = clock.Now;
        var health = _health.GetOrAdd(member.Id, new PeerHealth(sentAt, PeerContact.Answers));
        var outcome = await peers.ProbeAsync(member, new Probe(state.Self, member.Id, state.View.Version), options.ProbeTimeout, cancellationToken);
        if (outcome.Answer is { } answer)
        {
            newer(answer.Version);
            if (answer.IsAskerDead)
            {
                state.End();
            }

            if (answer.From != member.Id)
            {
                return false;
            }

            state.Vouches.Vouched(member.Id, sentAt, answer.VouchFor, answer.Version);
        }
        else if (WasAway(sentAt, options.ProbeTimeout))
        {
            Change(member.Id, h => h.Forgiven(clock.Now), health);
            return false;
        }

        health = Change(member.Id, h => h.After(sentAt, outcome), health);
        var judgement = Judge.Of(health, clock.Now, options);
        if (judgement != Judgement.Trusted && health.HeardByOthers != false)
        {
            // Only the way from here to there may be broken. The helper may take as long as a probe, and its answer has to come back.
            var askedAt = clock.Now;
            var heard = await IsHeardByOthersAsync(member, cancellationToken);
            if (WasAway(askedAt, options.ProbeTimeout * 2))
            {
                Change(member.Id, h => h.Forgiven(clock.Now), health);
                return false;
            }

            health = Change(member.Id, h => h.AskedOthers(heard), health);
            judgement = health.HeardByOthers == true ? Judgement.Suspected : Judge.Of(health, clock.Now, options);
        }

        await judged(member, health.Contact, judgement);
        return outcome.Answer is not null;
    }

    /// <summary>What should be over by now took much longer: it was this host that was stopped or starved, and it can't tell how long the others were silent.</summary>
    private bool WasAway(TimeSpan since, TimeSpan expected) => clock.Now - since > expected + Slack;

    private async Task<bool> IsHeardByOthersAsync(Member member, CancellationToken cancellationToken)
    {
        var helpers = state.View.Others(state.Self.Name).Where(m => m.Id != member.Id).OrderBy(_ => random.Next()).Take(Helpers);
        var heard = await Task.WhenAll(helpers.Select(h => peers.ProbeThroughAsync(h, member, options.ProbeTimeout, cancellationToken)));
        return heard.Contains(true);
    }

    /// <summary>The health may have been forgiven meanwhile.</summary>
    private PeerHealth Change(MemberId id, Func<PeerHealth, PeerHealth> change, PeerHealth otherwise) =>
        _health.AddOrUpdate(id, _ => change(otherwise), (_, health) => change(health));
}
