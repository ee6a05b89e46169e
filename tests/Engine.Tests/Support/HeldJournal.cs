using ActorKube.Engine.Journals;
using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Tests.Support;

/// <summary>A journal whose appends wait for a test to let them through.</summary>
internal sealed class HeldJournal(IJournal journal) : IJournal
{
    private readonly Lock _gate = new();
    private readonly List<(int Count, TaskCompletionSource Seen)> _waits = [];
    private TaskCompletionSource? _hold;
    private int _waiting;

    public long OldestRevision => journal.OldestRevision;

    /// <summary>Appends that wait.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    public void Hold() => _hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release() => Interlocked.Exchange(ref _hold, null)?.SetResult();

    /// <summary>Until so many appends wait at the same time.</summary>
    public Task WaitingAsync(int count)
    {
        lock (_gate)
        {
            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_waiting >= count)
            {
                seen.SetResult();
            }
            else
            {
                _waits.Add((count, seen));
            }

            return seen.Task;
        }
    }

    public async ValueTask<AppendResult> AppendAsync(JournalAppend append, CancellationToken cancellationToken = default)
    {
        if (Volatile.Read(ref _hold) is { } hold)
        {
            lock (_gate)
            {
                _waiting++;
                _waits.RemoveAll(w => w.Count <= _waiting && w.Seen.TrySetResult());
            }

            await hold.Task;
            Interlocked.Decrement(ref _waiting);
        }

        return await journal.AppendAsync(append, cancellationToken);
    }

    public ValueTask<long> GetHeadRevisionAsync(CancellationToken cancellationToken = default) => journal.GetHeadRevisionAsync(cancellationToken);

    public IAsyncEnumerable<JournalEvent> ReadAsync(long afterRevision, CancellationToken cancellationToken = default) => journal.ReadAsync(afterRevision, cancellationToken);

    public Task<IReadOnlyList<JournalEvent>> ReadHistoryAsync(ObjectKey key, CancellationToken cancellationToken = default) => journal.ReadHistoryAsync(key, cancellationToken);

    public Task<IAsyncDisposable> FollowAsync(long afterRevision, IJournalFollower follower, CancellationToken cancellationToken = default) => journal.FollowAsync(afterRevision, follower, cancellationToken);

    public Task<int> CompactAsync(RetentionPolicy policy, CancellationToken cancellationToken = default) => journal.CompactAsync(policy, cancellationToken);

    public ValueTask DisposeAsync() => journal.DisposeAsync();
}
