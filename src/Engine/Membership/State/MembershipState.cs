using System.Collections.Immutable;
using System.Threading.Channels;
using ActorKube.Engine.Membership.Fencing;

namespace ActorKube.Engine.Membership.State;

/// <summary>What this host knows: the newest view, since when it knows of deaths, whom it accuses, and who vouches for it. Thread-safe.</summary>
internal sealed class MembershipState(MemberId self, Monotonic clock, MembershipOptions options)
{
    private readonly Lock _gate = new();
    private readonly Channel<MembershipView> _news = Channel.CreateUnbounded<MembershipView>();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private MembershipView _view = MembershipView.Empty;
    private ImmutableDictionary<MemberId, TimeSpan> _deadSince = ImmutableDictionary<MemberId, TimeSpan>.Empty;
    private ImmutableHashSet<MemberId> _accused = [];
    private volatile bool _joined;
    private TimeSpan _partedUntil;

    public MemberId Self { get; } = self;

    public MembershipView View => Volatile.Read(ref _view);

    public VouchBook Vouches { get; } = new(options);

    public OwnWrites Writes { get; } = new();

    /// <summary>Views as they were learnt, each once, in order.</summary>
    public ChannelReader<MembershipView> News => _news.Reader;

    /// <summary>Completes when this host learns that its life is over: declared dead, replaced or removed.</summary>
    public Task Ended => _ended.Task;

    public ImmutableHashSet<MemberId> Accused => Volatile.Read(ref _accused);

    /// <summary>How much longer this host may take itself for alive. Zero or below: it is fenced.</summary>
    public TimeSpan AliveFor => Ended.IsCompleted ? AliveAfterParting : AliveUntil is var until && until == TimeSpan.MaxValue ? until : until - clock.Now;

    private TimeSpan AliveUntil => Vouches.AliveUntil(View, Self.Name, Accused);

    /// <summary>
    /// What is left to a host that said good-bye: the others count its pods as running for the restart grace, and replace what must not run twice only when it is surely fenced after that. It may
    /// be back by then, and find them as they were.
    /// </summary>
    private TimeSpan AliveAfterParting
    {
        get
        {
            lock (_gate)
            {
                return _partedUntil > clock.Now ? _partedUntil - clock.Now : TimeSpan.Zero;
            }
        }
    }

    public TimeSpan? DeadFor(string name)
    {
        lock (_gate)
        {
            return _view.Find(name) is { Status: MemberStatus.Dead } dead ? clock.Now - _deadSince[dead.Id] : null;
        }
    }

    public async Task<TableReading> ReadAsync(IMembershipTable table, CancellationToken cancellationToken)
    {
        var askedAt = clock.Now;
        var mark = Writes.Mark;
        var reading = await table.ReadAsync(cancellationToken);
        if (reading.View.Find(Self) is { IsActive: true })
        {
            Vouches.Proven(askedAt);
        }

        Adopt(reading.View);
        Writes.Known(mark);
        return reading;
    }

    /// <summary>Takes over a view if it is newer.</summary>
    public void Adopt(MembershipView view)
    {
        lock (_gate)
        {
            if (view.Version <= _view.Version)
            {
                return;
            }

            if (view.Find(Self) is { Status: MemberStatus.Stopped } && !Ended.IsCompleted)
            {
                // The only host was alive without end; one that joins from now on gives it up.
                var (until, fence) = (AliveUntil, clock.Now + options.FenceAfter);
                _partedUntil = until < fence ? until : fence;
            }

            Volatile.Write(ref _view, view);
            var dead = view.Members.Values.Where(static m => m.Status == MemberStatus.Dead).Select(static m => m.Id);
            _deadSince = dead.ToImmutableDictionary(static id => id, id => _deadSince.TryGetValue(id, out var since) ? since : clock.Now);
            _accused = _accused.Where(id => view.Find(id) is { IsActive: true }).ToImmutableHashSet();
            _news.Writer.TryWrite(view);
        }

        if (view.Find(Self) is { IsActive: true })
        {
            _joined = true;
        }
        else if (_joined)
        {
            End();
        }
    }

    /// <summary>From now on this host doesn't vouch for the member. Called before the vote is cast.</summary>
    public void Accuse(MemberId member) => ImmutableInterlocked.Update(ref _accused, static (set, id) => set.Add(id), member);

    /// <summary>The vote is taken back.</summary>
    public void Forgive(MemberId member) => ImmutableInterlocked.Update(ref _accused, static (set, id) => set.Remove(id), member);

    public void End() => _ended.TrySetResult();

    public void Close() => _news.Writer.TryComplete();
}
