using System.Threading.Channels;
using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Journals.Postgres;

/// <summary>
/// What waits for the writer. While one batch is on its way the next gathers here by itself: group commit without a timer. Adding is for everybody,
/// taking and refusing for the writer alone.
/// </summary>
internal sealed class PostgresQueue(PostgresJournalOptions options, TimeProvider time)
{
    private readonly Channel<PendingAppend> _incoming = Channel.CreateBounded<PendingAppend>(
        new BoundedChannelOptions(options.MaxPending) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly List<PendingAppend> _deferred = [];
    private JournalUnavailableException? _closed;

    /// <exception cref="JournalUnavailableException">Too many wait, or the journal is closed.</exception>
    public Task<AppendResult> Add(JournalAppend append)
    {
        var pending = new PendingAppend(append) { Since = time.GetTimestamp() };
        if (_incoming.Writer.TryWrite(pending))
        {
            return pending.Task;
        }

        throw Volatile.Read(ref _closed) is { } closed
            ? new JournalUnavailableException(closed.Message, outcomeUnknown: false, closed.InnerException)
            : new JournalUnavailableException($"{options.MaxPending} appends are waiting for the database.", outcomeUnknown: false);
    }

    /// <summary>Waits for work; false when the queue is closed and empty.</summary>
    public ValueTask<bool> WaitAsync() => _deferred.Count > 0 ? ValueTask.FromResult(true) : _incoming.Reader.WaitToReadAsync();

    /// <summary>The next appends in order, without a second one of any object, which must wait for the first to be decided.</summary>
    public List<PendingAppend> Take()
    {
        var batch = new List<PendingAppend>();
        var objects = new HashSet<ObjectKey>();
        var bytes = 0;
        var later = new List<PendingAppend>();
        foreach (var pending in _deferred)
        {
            Sort(pending);
        }

        while (batch.Count < options.MaxBatch && bytes < options.MaxBatchBytes && later.Count < options.MaxBatch && _incoming.Reader.TryRead(out var pending))
        {
            Sort(pending);
        }

        _deferred.Clear();
        _deferred.AddRange(later);
        return batch;

        void Sort(PendingAppend pending)
        {
            // Once an append of an object is put off, so are those behind it.
            if (objects.Add(pending.Append.Key) && batch.Count < options.MaxBatch && bytes < options.MaxBatchBytes)
            {
                batch.Add(pending);
                bytes += pending.Append.State.Json.Length;
            }
            else
            {
                later.Add(pending);
            }
        }
    }

    /// <summary>Ends the appends that have waited for longer than they may, none of which was ever sent.</summary>
    public void RefuseOverdue(JournalUnavailableException reason)
    {
        foreach (var pending in _deferred.Where(IsOverdue))
        {
            pending.TrySetException(reason);
        }

        _deferred.RemoveAll(IsOverdue);
        while (_incoming.Reader.TryPeek(out var oldest) && IsOverdue(oldest) && _incoming.Reader.TryRead(out var pending))
        {
            pending.TrySetException(reason);
        }
    }

    /// <summary>Whether an append has been tried, or has waited, for as long as it may.</summary>
    public bool IsOverdue(PendingAppend pending) => time.GetElapsedTime(pending.Since) >= options.RetryFor;

    /// <summary>Refuses what comes from now on; what is in the queue stays.</summary>
    public void Close(JournalUnavailableException reason)
    {
        Interlocked.CompareExchange(ref _closed, reason, null);
        _incoming.Writer.TryComplete();
    }
}
