using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Journals.InMemory;

/// <summary>
/// A journal that lasts as long as its instance: for tests and simulation. It starts no thread: whoever appends while nobody else does commits for all
/// that come meanwhile, so that a single-threaded run is deterministic.
/// </summary>
public sealed class InMemoryJournal(TimeProvider time) : IJournal
{
    private readonly Lock _gate = new();
    private readonly Queue<Action> _work = new();
    private readonly InMemoryEvents _events = new();
    private readonly FollowerList _followers = new();
    private bool _draining;
    private bool _closed;

    public long OldestRevision
    {
        get
        {
            lock (_gate)
            {
                return _events.Oldest;
            }
        }
    }

    public async ValueTask<AppendResult> AppendAsync(JournalAppend append, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await RunAsync(() =>
        {
            AppendResult result;
            JournalEvent? item;
            lock (_gate)
            {
                result = _events.Append(append, time.GetUtcNow(), out item);
            }

            if (item is not null)
            {
                _followers.Publish([item]);
            }

            return result;
        });
    }

    public ValueTask<long> GetHeadRevisionAsync(CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_events.Head);
        }
    }

    public IAsyncEnumerable<JournalEvent> ReadAsync(long afterRevision, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return _events.ReadAfter(afterRevision).ToAsyncEnumerable();
        }
    }

    public Task<IReadOnlyList<JournalEvent>> ReadHistoryAsync(ObjectKey key, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<JournalEvent>>(_events.History(key));
        }
    }

    public Task<IAsyncDisposable> FollowAsync(
        long afterRevision, IJournalFollower follower, CancellationToken cancellationToken = default) =>
        RunAsync(() =>
        {
            // Nothing is appended meanwhile: this runs in the same queue.
            if (afterRevision == 0 || afterRevision < _events.Oldest)
            {
                follower.OnSnapshot(_events.ReadAfter(0), _events.Oldest, _events.Head);
            }
            else
            {
                follower.OnEvents(_events.ReadAfter(afterRevision).AsSpan());
            }

            return _followers.Add(follower);
        });

    public Task<int> CompactAsync(RetentionPolicy policy, CancellationToken cancellationToken = default) =>
        RunAsync(() =>
        {
            CompactionStep step;
            lock (_gate)
            {
                step = _events.Compact(policy, time.GetUtcNow());
            }

            if (step.Advanced)
            {
                _followers.PublishCompacted(step.Horizon);
            }

            return step.Deleted;
        });

    public ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _closed = true;
        }

        return ValueTask.CompletedTask;
    }

    private Task<T> RunAsync<T>(Func<T> action)
    {
        var completion = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_closed)
            {
                throw new JournalUnavailableException("The journal is closed.", outcomeUnknown: false);
            }

            _work.Enqueue(() => Run(action, completion));
            if (_draining)
            {
                return completion.Task;
            }

            _draining = true;
        }

        Drain();
        return completion.Task;
    }

    private static void Run<T>(Func<T> action, TaskCompletionSource<T> completion)
    {
        try
        {
            completion.SetResult(action());
        }
        catch (Exception e)
        {
            completion.SetException(e);
        }
    }

    private void Drain()
    {
        while (true)
        {
            Action? next;
            lock (_gate)
            {
                if (!_work.TryDequeue(out next))
                {
                    _draining = false;
                    return;
                }
            }

            next();
        }
    }
}
