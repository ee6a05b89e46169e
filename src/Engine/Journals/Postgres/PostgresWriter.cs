using Microsoft.Extensions.Logging;
using Npgsql;

namespace ActorKube.Engine.Journals.Postgres;

/// <summary>
/// Commits batches, one at a time, and hands them to the feed, which shows and acknowledges them while the next is committed. A batch whose outcome
/// did not arrive is sent again under its number until an answer does (<c>append_events</c> answers a number that it knows from its
/// notes), so it is committed once or never. The host gives up after <see cref="PostgresJournalOptions.RetryFor"/>; going on to the next number then
/// also keeps a straggler of the old one from being committed later.
/// </summary>
/// <param name="fenced">Called when the database refuses because others have decided that this host writes no more.</param>
/// <param name="abandoned">Cancelled when nobody waits for answers any more.</param>
internal sealed class PostgresWriter(
    PostgresDatabase database, PostgresAppender appender, PostgresQueue queue, PostgresFeed feed, TimeProvider time, ILogger log, Action fenced, CancellationToken abandoned)
    : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private Task _running = Task.CompletedTask;
    private long _number;

    public void Start() => _running = RunAsync();

    /// <summary>Commits what was accepted, as far as the database is there.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Close(new JournalUnavailableException("The journal is closed.", outcomeUnknown: false));
        await _stopping.CancelAsync();
        await _running;
        _stopping.Dispose();
    }

    private async Task RunAsync()
    {
        while (await queue.WaitAsync())
        {
            var appends = queue.Take();
            if (appends.Count > 0)
            {
                await CommitAsync(new PostgresBatch(++_number, appends));
            }
        }
    }

    private async Task CommitAsync(PostgresBatch batch)
    {
        var unknown = false;
        for (var delay = RetryDelay.First; ; delay = delay.Next())
        {
            try
            {
                var answer = await AttemptAsync(batch, () => unknown = true);
                await feed.AddAsync(batch, answer);
                return;
            }
            catch (Exception e) when (e is PostgresException { SqlState: PostgresErrors.Fenced })
            {
                EndFenced(batch, e);
                return;
            }
            catch (Exception e)
            {
                if (!await MayRetryAsync(batch, e, unknown, delay))
                {
                    return;
                }
            }
        }
    }

    private async Task<PostgresAnswer> AttemptAsync(PostgresBatch batch, Action sent)
    {
        await using var connection = await database.Source.OpenConnectionAsync(abandoned);
        try
        {
            return await appender.AppendAsync(connection, batch, abandoned);
        }
        catch (Exception e) when (!PostgresErrors.IsDefinite(e))
        {
            sent();
            throw;
        }
    }

    /// <summary>Waits before the next attempt, or ends the batch.</summary>
    private async Task<bool> MayRetryAsync(PostgresBatch batch, Exception e, bool unknown, RetryDelay delay)
    {
        if (delay.IsFirst)
        {
            PostgresLog.AppendFailed(log, batch.Number, batch.Appends.Count, unknown, e);
        }

        database.Source.Clear();
        queue.RefuseOverdue(new JournalUnavailableException("The journal's database is away.", outcomeUnknown: false, e));
        var hopeless = !PostgresErrors.IsFailure(e) || !PostgresErrors.IsTransient(e);
        if (hopeless || _stopping.IsCancellationRequested || batch.Appends.Any(queue.IsOverdue))
        {
            // Should it have been committed all the same, the feed has to find it.
            batch.Fail(new JournalUnavailableException("The journal's database failed.", unknown, e));
            feed.Wake(long.MaxValue);
            return false;
        }

        await delay.WaitAsync(time, _stopping.Token).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return true;
    }

    private void EndFenced(PostgresBatch batch, Exception e)
    {
        PostgresLog.Fenced(log, e);
        batch.Fail(new JournalUnavailableException("This host was declared dead: it writes no more.", outcomeUnknown: false, e));
        fenced();
    }
}
