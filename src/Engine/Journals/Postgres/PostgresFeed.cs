using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace ActorKube.Engine.Journals.Postgres;

/// <summary>
/// Shows this host's followers the events of all hosts in revision order. Everything that moves it is work in one queue, done one at a time:
/// a committed batch of this host (what others committed before it is read first; then it is shown from memory and acknowledged), a
/// notification or the poll, a horizon, a follower that joins. A failure of the database is waited out; one of a follower ends the journal.
/// </summary>
/// <param name="abandoned">Cancelled when nobody waits for what is left any more.</param>
internal sealed class PostgresFeed(PostgresDatabase database, PostgresReader reader, PostgresPage start, TimeProvider time, ILogger log, CancellationToken abandoned)
    : IAsyncDisposable
{
    // More batches than this that were committed and not yet shown make the writer wait.
    private const int MaxUnshown = 16;

    private readonly Channel<PostgresFeedWork> _work = Channel.CreateUnbounded<PostgresFeedWork>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SemaphoreSlim _unshown = new(MaxUnshown);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _wakeGate = new();
    private readonly FollowerList _followers = new();
    private PostgresCursor _cursor = null!;
    private JournalUnavailableException? _ended;
    private Task _running = Task.CompletedTask;
    private long _wakeUpTo;
    private bool _wakeQueued;

    public long Position => _cursor.Position;

    public long Oldest => _cursor.Oldest;

    /// <param name="onFailure">Told why, should the feed end by itself.</param>
    public void Start(Action<JournalUnavailableException> onFailure)
    {
        _cursor = new PostgresCursor(reader, _followers, start.Head, start.Horizon);
        _running = RunAsync(onFailure);
    }

    /// <summary>Shows and acknowledges what is left, as far as the database is there.</summary>
    public async ValueTask DisposeAsync()
    {
        _work.Writer.TryComplete();
        await _stopping.CancelAsync();
        await _running;
    }

    /// <summary>Takes a batch that is committed; every append of it is ended by the feed.</summary>
    public async Task AddAsync(PostgresBatch batch, PostgresAnswer answer)
    {
        var events = batch.Resolve(answer);
        await _unshown.WaitAsync();
        Post(new PostgresFeedWork(
            async () =>
            {
                await AdvanceAsync(_cursor, answer.Head, _stopping.Token);
                _cursor.Deliver(events);
                _cursor.Compacted(answer.Horizon);
                batch.Complete();
                _unshown.Release();
            },
            reason =>
            {
                batch.Fail(reason);
                _unshown.Release();
            }));
    }

    /// <summary>There is, or may be, something up to a revision. Cheap, and without effect when it was seen already.</summary>
    public void Wake(long upTo)
    {
        lock (_wakeGate)
        {
            _wakeUpTo = Math.Max(_wakeUpTo, upTo);
            if (_wakeQueued || _wakeUpTo <= Position)
            {
                return;
            }

            _wakeQueued = true;
        }

        Post(new PostgresFeedWork(LookAsync, static _ => { }));
    }

    /// <summary>Tells the followers a horizon at or below <see cref="Position"/>.</summary>
    public Task ObserveHorizonAsync(long horizon)
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(new PostgresFeedWork(
            () =>
            {
                _cursor.Compacted(horizon);
                told.SetResult();
                return Task.CompletedTask;
            },
            reason => told.TrySetException(reason)));
        return told.Task;
    }

    /// <summary>A follower catches up beside the feed, page by page, and joins it where both are level.</summary>
    public async Task<IAsyncDisposable> FollowAsync(long afterRevision, IJournalFollower follower, CancellationToken cancellationToken)
    {
        var cursor = new PostgresCursor(reader, follower, afterRevision == 0 ? -1 : afterRevision, oldest: 0);
        using (var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping.Token))
        {
            await AdvanceAsync(cursor, long.MaxValue, either.Token);
        }

        var joined = new TaskCompletionSource<IAsyncDisposable>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(new PostgresFeedWork(
            async () =>
            {
                await AdvanceAsync(_cursor, cursor.Position, _stopping.Token);
                await AdvanceAsync(cursor, _cursor.Position, _stopping.Token);
                cursor.Compacted(_cursor.Oldest);
                joined.SetResult(_followers.Add(follower));
            },
            reason => joined.TrySetException(reason)));
        return await joined.Task;
    }

    private async Task RunAsync(Action<JournalUnavailableException> onFailure)
    {
        await foreach (var work in _work.Reader.ReadAllAsync())
        {
            try
            {
                if (_ended is null)
                {
                    await work.Run();
                    continue;
                }
            }
            catch (Exception e)
            {
                _ended = new JournalUnavailableException("The journal stopped on a failure.", outcomeUnknown: true, e);
                _work.Writer.TryComplete();
                if (!_stopping.IsCancellationRequested && !abandoned.IsCancellationRequested)
                {
                    PostgresLog.FeedEnded(log, e);
                    onFailure(_ended);
                }
            }

            work.Refuse(_ended);
        }
    }

    private Task LookAsync()
    {
        long upTo;
        lock (_wakeGate)
        {
            (upTo, _wakeUpTo, _wakeQueued) = (_wakeUpTo, 0, false);
        }

        return AdvanceAsync(_cursor, upTo, _stopping.Token);
    }

    private async Task AdvanceAsync(PostgresCursor cursor, long upTo, CancellationToken cancellationToken)
    {
        for (var delay = RetryDelay.First; ; delay = delay.Next())
        {
            try
            {
                await cursor.AdvanceAsync(upTo, abandoned);
                return;
            }
            catch (Exception e) when (PostgresErrors.IsFailure(e) && !cancellationToken.IsCancellationRequested)
            {
                if (delay.IsFirst)
                {
                    PostgresLog.ReadFailed(log, cursor.Position, e);
                }

                database.Source.Clear();
            }

            await delay.WaitAsync(time, cancellationToken);
        }
    }

    private void Post(PostgresFeedWork work)
    {
        if (!_work.Writer.TryWrite(work))
        {
            work.Refuse(_ended ?? new JournalUnavailableException("The journal is closed.", outcomeUnknown: true));
        }
    }
}
