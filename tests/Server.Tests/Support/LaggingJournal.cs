using ActorKube.Engine.Journals;
using ActorKube.Engine.Objects;

namespace ActorKube.Server.Tests.Support;

/// <summary>A journal as a host sees it that is behind: others' events come when <see cref="CatchUp"/> is called, or, if wanted, as soon as somebody asks for the newest revision.</summary>
internal sealed class LaggingJournal(IJournal journal) : IJournal, IJournalFollower
{
    private readonly List<JournalEvent> _waiting = [];
    private IJournalFollower? _follower;
    private bool _catchesUpWhenAsked;

    /// <summary>The database doesn't answer.</summary>
    public bool IsAway { get; set; }

    public bool IsBehind { get; private set; }

    public long OldestRevision => journal.OldestRevision;

    /// <summary>From now on nothing is shown.</summary>
    public void FallBehind(bool catchesUpWhenAsked = true) => (IsBehind, _catchesUpWhenAsked) = (true, catchesUpWhenAsked);

    public void CatchUp()
    {
        IsBehind = false;
        _follower!.OnEvents(_waiting.ToArray());
        _waiting.Clear();
    }

    public async ValueTask<long> GetHeadRevisionAsync(CancellationToken cancellationToken = default)
    {
        if (IsAway)
        {
            throw new JournalUnavailableException("away", outcomeUnknown: false);
        }

        var head = await journal.GetHeadRevisionAsync(cancellationToken);
        if (IsBehind && _catchesUpWhenAsked)
        {
            CatchUp();
        }

        return head;
    }

    public ValueTask<AppendResult> AppendAsync(JournalAppend append, CancellationToken cancellationToken = default) => journal.AppendAsync(append, cancellationToken);

    public IAsyncEnumerable<JournalEvent> ReadAsync(long afterRevision, CancellationToken cancellationToken = default) => journal.ReadAsync(afterRevision, cancellationToken);

    public Task<IReadOnlyList<JournalEvent>> ReadHistoryAsync(ObjectKey key, CancellationToken cancellationToken = default) => journal.ReadHistoryAsync(key, cancellationToken);

    public Task<IAsyncDisposable> FollowAsync(long afterRevision, IJournalFollower follower, CancellationToken cancellationToken = default)
    {
        _follower = follower;
        return journal.FollowAsync(afterRevision, this, cancellationToken);
    }

    public Task<int> CompactAsync(RetentionPolicy policy, CancellationToken cancellationToken = default) => journal.CompactAsync(policy, cancellationToken);

    public void OnSnapshot(IEnumerable<JournalEvent> events, long oldestRevision, long headRevision) => _follower!.OnSnapshot(events, oldestRevision, headRevision);

    public void OnEvents(ReadOnlySpan<JournalEvent> events)
    {
        if (IsBehind)
        {
            _waiting.AddRange(events);
        }
        else
        {
            _follower!.OnEvents(events);
        }
    }

    public void OnCompacted(long oldestRevision) => _follower!.OnCompacted(oldestRevision);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
