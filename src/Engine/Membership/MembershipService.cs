using ActorKube.Engine.Journals;
using ActorKube.Engine.Membership.Probing;
using ActorKube.Engine.Membership.State;
using ActorKube.Engine.Membership.Voting;
using Microsoft.Extensions.Logging;

namespace ActorKube.Engine.Membership;

/// <summary>
/// A host's part in the membership. After the published protocol of Orleans: a table with versioned views in the database, probes between all members, votes.
/// <list type="number">
/// <item>Joining writes a row with the next incarnation; as soon as every other member has read it, the host's own votes count.</item>
/// <item>Every member probes every other one; the answer is a vouch at the same time (<see cref="Fencing.VouchBook"/>).</item>
/// <item>Who gets no answer asks others to probe, then stops vouching and votes. With more than half of the votes the member is dead (<see cref="Quorum"/>); who hears of
/// it again before takes its vote back.</item>
/// <item>A host that finds itself dead stops at once (<see cref="Ended"/>); it may come back as a new incarnation.</item>
/// </list>
/// No host is special. While the database is away nobody joins, leaves or dies.
/// </summary>
public sealed partial class MembershipService : IMembership, IAsyncDisposable
{
    private readonly IMembershipTable _table;
    private readonly IPeers _peers;
    private readonly MembershipOptions _options;
    private readonly TimeProvider _time;
    private readonly Monotonic _clock;
    private readonly Random _random;
    private readonly ILogger _logger;
    private readonly MembershipState _state;
    private readonly TableWriter _writer;
    private readonly PeerProber _prober;
    private readonly Observers _observers = new();
    private readonly Signal _refresh = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _loops = [];

    /// <param name="self">As <see cref="Joining.NextAsync"/> determined it.</param>
    /// <param name="random">Seeds the jitter of the first probes.</param>
    public MembershipService(Member self, IMembershipTable table, IPeers peers, MembershipOptions options, TimeProvider time, Random random, ILogger<MembershipService> logger)
    {
        options.Validate();
        (_table, _peers, _options, _time, _random, _logger) = (table, peers, options, time, random, logger);
        _clock = new Monotonic(time);
        _state = new MembershipState(self.Id, _clock, options);
        _writer = new TableWriter(table, _state);
        _prober = new PeerProber(peers, _state, _clock, options, random, OnJudgedAsync, HeardOf);
        Protocol = new MembershipProtocol(_state, _options, HeardOf, ReadAsync);
        Row = self;
    }

    /// <summary>What other members ask of this one.</summary>
    public MembershipProtocol Protocol { get; }

    public MemberId Self => _state.Self;

    public MembershipView View => _state.View;

    /// <summary>How much longer this host may take itself for alive; zero or below: what must not run twice must have stopped here.</summary>
    public TimeSpan AliveFor => _state.AliveFor;

    /// <summary>Completes when this host learns that it was declared dead, replaced or removed. It then must not act any more.</summary>
    public Task Ended => _state.Ended;

    /// <summary>What other members said last of the revision of their views of the objects, by name.</summary>
    public IEnumerable<KeyValuePair<string, long>> Revisions => _prober.Revisions;

    private Member Row { get; }

    public TimeSpan? DeadFor(string name) => _state.DeadFor(name);

    public IDisposable Observe(Action<MembershipView> changed) => _observers.Add(changed);

    /// <summary>Joins, and takes part until disposed. Completes when the row is in the table.</summary>
    /// <exception cref="JournalUnavailableException">The database can't be reached.</exception>
    /// <exception cref="MemberNameTakenException">Another host goes by the name.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _writer.WriteAsync(reading => Joining.Row(reading.View, Row), cancellationToken);
        if (View.Find(Self) is null)
        {
            throw new MemberNameTakenException($"Another host has joined as {Self.Name}.");
        }

        await RenewAsync(cancellationToken);
        await TellOthersAsync(cancellationToken);
        LogJoined(_logger, Self, View.Version);
        _loops.Add(NotifyAsync());
        _loops.Add(EveryAsync(_options.LeasePeriod, RenewAsync));
        _loops.Add(EveryAsync(_options.ProbePeriod, RoundAsync));
        _loops.Add(EveryAsync(_options.LeasePeriod, TendAsync));
        _loops.Add(RefreshAsync());
    }

    /// <summary>Says good-bye, so that others take over at once and don't wonder. Before disposal, if there is time for it.</summary>
    /// <exception cref="JournalUnavailableException">The database can't be reached.</exception>
    public async Task LeaveAsync(CancellationToken cancellationToken)
    {
        var left = await _writer.WriteAsync(reading => reading.View.Find(Self) is { IsActive: true } row ? row with { Status = MemberStatus.Stopped } : null, cancellationToken);
        if (left)
        {
            await TellOthersAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _stop.Cancel();
        _state.Close();
        await Task.WhenAll(_loops);
        await _prober.DrainAsync();
        _stop.Dispose();
    }

    /// <summary>Waits for nobody, the database least of all.</summary>
    private Task RoundAsync(CancellationToken cancellationToken)
    {
        _prober.Round(cancellationToken);
        return Task.CompletedTask;
    }

    /// <summary>What is to be written about members besides deaths.</summary>
    private async Task TendAsync(CancellationToken cancellationToken)
    {
        foreach (var stopped in View.Members.Values.Where(static m => m.Status == MemberStatus.Stopped))
        {
            if (_observers.StoppedFor(stopped.Id, _clock.Now) >= _options.RestartGrace && await _writer.WriteAsync(r => Ballot.GiveUp(r, stopped.Id), cancellationToken))
            {
                LogGivenUp(_logger, stopped.Id);
                await TellOthersAsync(cancellationToken);
            }
        }

        if (View.Find(Self) is { IsActive: true, Votes: false })
        {
            await BecomeVoterAsync(cancellationToken);
        }
    }

    private async Task BecomeVoterAsync(CancellationToken cancellationToken)
    {
        var view = View;
        var knowing = await Task.WhenAll(view.Others(Self.Name).Select(m => _peers.CatchUpAsync(m, view.Version, _options.ProbeTimeout, cancellationToken)));
        if (Array.TrueForAll(knowing, static knows => knows)
            && await _writer.WriteAsync(r => r.View.Version == view.Version ? r.View.Find(Self)! with { Votes = true } : null, cancellationToken))
        {
            await TellOthersAsync(cancellationToken);
        }
    }

    private async Task OnJudgedAsync(Member member, PeerContact contact, Judgement judgement)
    {
        try
        {
            await ActOnAsync(member, contact, judgement, _stop.Token);
        }
        catch (JournalUnavailableException e)
        {
            // Nobody dies while the database is away. The next round asks again.
            LogUnavailable(_logger, e.Message);
        }
    }

    private async Task ActOnAsync(Member member, PeerContact contact, Judgement judgement, CancellationToken cancellationToken)
    {
        var accused = _state.Accused.Contains(member.Id);
        switch (judgement)
        {
            case Judgement.Trusted when accused:
                await _writer.WriteAsync(r => Ballot.Retract(r, member.Id, Self), cancellationToken);
                _state.Forgive(member.Id);
                LogRetracted(_logger, member.Id);
                break;
            case Judgement.Lost:
                if (await _writer.WriteAsync(r => Accuse(r, member, contact), cancellationToken))
                {
                    await TellOthersAsync(cancellationToken);
                }

                break;
            default:
                break;
        }
    }

    /// <summary>Called when the database has answered, right before the vote is cast: nobody stops vouching while it is away, when no vote could be taken back either.</summary>
    private Member? Accuse(TableReading reading, Member member, PeerContact contact)
    {
        if (!_state.Accused.Contains(member.Id))
        {
            LogAccused(_logger, member.Id, contact);
        }

        _state.Accuse(member.Id);
        return Ballot.Accuse(reading, member.Id, Self);
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        var askedAt = _clock.Now;
        if (await _table.RenewAsync(Self, _options.LeaseDuration, cancellationToken) is { } version)
        {
            _state.Vouches.Proven(askedAt);
            HeardOf(version);
        }
        else
        {
            await ReadAsync(cancellationToken);
            _state.End();
        }
    }

    private void HeardOf(long version)
    {
        if (version > View.Version)
        {
            _refresh.Set();
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken) => await _state.ReadAsync(_table, cancellationToken);

    private async Task TellOthersAsync(CancellationToken cancellationToken)
    {
        var view = View;
        await Task.WhenAll(view.Others(Self.Name).Where(m => !_state.Accused.Contains(m.Id)).Select(m => _peers.CatchUpAsync(m, view.Version, _options.ProbeTimeout, cancellationToken)));
    }

    private async Task RefreshAsync()
    {
        while (await _refresh.WaitAsync(_stop.Token))
        {
            await GuardedAsync(ReadAsync);
        }
    }

    private async Task NotifyAsync()
    {
        while (await _state.News.WaitToReadAsync(CancellationToken.None))
        {
            while (_state.News.TryRead(out var view))
            {
                _observers.Notify(view, _clock.Now);
            }
        }
    }

    /// <summary>Does it again and again, for the first time after a random part of the period.</summary>
    private async Task EveryAsync(TimeSpan period, Func<CancellationToken, Task> action)
    {
        var wait = period * _random.NextDouble();
        while (!_stop.IsCancellationRequested && !Ended.IsCompleted)
        {
            try
            {
                await Task.Delay(wait, _time, _stop.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await GuardedAsync(action);
            wait = period;
        }
    }

    private async Task GuardedAsync(Func<CancellationToken, Task> action)
    {
        try
        {
            await action(_stop.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Stopping.
        }
        catch (JournalUnavailableException e)
        {
            LogUnavailable(_logger, e.Message);
        }
        catch (Exception e)
        {
            LogFailed(_logger, e);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Joined as {Member} at version {Version}")]
    private static partial void LogJoined(ILogger logger, MemberId member, long version);

    [LoggerMessage(2, LogLevel.Warning, "Votes {Member} dead: {Contact}")]
    private static partial void LogAccused(ILogger logger, MemberId member, PeerContact contact);

    [LoggerMessage(3, LogLevel.Information, "{Member} is heard of again")]
    private static partial void LogRetracted(ILogger logger, MemberId member);

    [LoggerMessage(4, LogLevel.Warning, "{Member} had stopped and did not return in time")]
    private static partial void LogGivenUp(ILogger logger, MemberId member);

    [LoggerMessage(5, LogLevel.Warning, "The membership table can't be reached: {Error}")]
    private static partial void LogUnavailable(ILogger logger, string error);

    [LoggerMessage(6, LogLevel.Error, "A part of the membership has failed")]
    private static partial void LogFailed(ILogger logger, Exception e);
}
