using System.Runtime.CompilerServices;
using System.Text;
using ActorKube.Engine.Objects;
using Microsoft.Extensions.Logging;

namespace ActorKube.Engine.Journals.Postgres;

/// <summary>
/// The journal of many hosts: a PostgreSQL database that each of them opens. Beyond <see cref="IJournal"/> it promises that an acknowledged append
/// survives whatever PostgreSQL itself survives (its restart; a fail-over with synchronous replication), that one that was not answered is committed at
/// most once, and that all hosts are shown the same events in the same order. The parts: <see cref="PostgresWriter"/> commits batches,
/// <see cref="PostgresFeed"/> shows them, <see cref="PostgresListener"/> hears of other hosts'.
/// </summary>
public sealed class PostgresJournal : IJournal
{
    private static readonly UTF8Encoding StrictText = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly PostgresDatabase _database;
    private readonly PostgresReader _reader;
    private readonly PostgresAppender _appender;
    private readonly PostgresQueue _queue;
    private readonly PostgresFeed _feed;
    private readonly PostgresWriter _writer;
    private readonly PostgresListener _listener;
    private readonly PostgresCompaction _compaction;
    private readonly PostgresHead _head;
    private readonly ILogger _log;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _abandoned = new();
    private int _disposed;

    private PostgresJournal(PostgresDatabase database, PostgresReader reader, PostgresPage start, TimeProvider time, ILogger log)
    {
        _database = database;
        _reader = reader;
        _log = log;
        _appender = new PostgresAppender(database, WriterId, time);
        _queue = new PostgresQueue(database.Options, time);
        _feed = new PostgresFeed(database, reader, start, time, log, _abandoned.Token);
        _writer = new PostgresWriter(database, _appender, _queue, _feed, time, log, Abandon, _abandoned.Token);
        _listener = new PostgresListener(database, _feed, WriterId, time, log);
        _compaction = new PostgresCompaction(database, _feed, time);
        _head = new PostgresHead(database, time);
    }

    /// <summary>Names this opening of the journal. Others fence it by this.</summary>
    public Guid WriterId { get; } = Guid.NewGuid();

    /// <summary>
    /// Completes when the journal has ended by itself (a follower failed, the database has lost revisions, or others have fenced this writer): nothing is shown or appended any more.
    /// The log says why; only a new start helps.
    /// </summary>
    public Task Ended => _ended.Task;

    public long OldestRevision => _feed.Oldest;

    /// <summary>Opens the journal of a database, which must stay open for longer.</summary>
    /// <exception cref="JournalUnavailableException">The database is away.</exception>
    public static async Task<PostgresJournal> OpenAsync(
        PostgresDatabase database, TimeProvider time, ILogger<PostgresJournal> log, CancellationToken cancellationToken = default)
    {
        var reader = new PostgresReader(database);
        var start = await database.RunAsync(_ => reader.ReadPageAsync(0, 0, cancellationToken), cancellationToken);
        var journal = new PostgresJournal(database, reader, start, time, log);
        journal._feed.Start(journal.End);
        journal._writer.Start();
        journal._listener.Start();
        return journal;
    }

    /// <exception cref="ArgumentException">The key or the cause is no text that a database can hold.</exception>
    /// <inheritdoc/>
    public ValueTask<AppendResult> AppendAsync(JournalAppend append, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // Checked on the caller's thread: it would fail the whole batch.
        CheckText(append.Key.ToString());
        CheckText(append.Cause);
        return new ValueTask<AppendResult>(_queue.Add(append));
    }

    public ValueTask<long> GetHeadRevisionAsync(CancellationToken cancellationToken = default) => new(_head.ReadAsync().WaitAsync(cancellationToken));

    public async IAsyncEnumerable<JournalEvent> ReadAsync(
        long afterRevision, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var page in _reader.ReadPagesAsync(afterRevision, cancellationToken))
        {
            if (afterRevision != 0 && afterRevision < page.Horizon)
            {
                throw new RevisionExpiredException(afterRevision, page.Horizon);
            }

            foreach (var item in page.Events)
            {
                yield return item;
            }
        }
    }

    public Task<IReadOnlyList<JournalEvent>> ReadHistoryAsync(ObjectKey key, CancellationToken cancellationToken = default) =>
        _reader.ReadHistoryAsync(key, cancellationToken);

    public Task<IAsyncDisposable> FollowAsync(
        long afterRevision, IJournalFollower follower, CancellationToken cancellationToken = default) =>
        _feed.FollowAsync(afterRevision, follower, cancellationToken);

    /// <summary>As the interface says, also when several hosts call it: those that find another one at it return at once.</summary>
    public Task<int> CompactAsync(RetentionPolicy policy, CancellationToken cancellationToken = default) => _compaction.RunAsync(policy, cancellationToken);

    /// <summary>
    /// Ends the journal of a host that others have declared dead: appends from now on are refused, and those under way fail at once instead of waiting for a connection that
    /// may lead nowhere. Whether one of them was committed is unknown.
    /// </summary>
    public void Abandon()
    {
        End(new JournalUnavailableException("This host was declared dead: it writes no more.", outcomeUnknown: false));
        _abandoned.Cancel();
    }

    /// <summary>Commits and acknowledges what was accepted, as far as the database is there.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _writer.DisposeAsync();
        await _listener.DisposeAsync();
        await _feed.DisposeAsync();
        if (!_abandoned.IsCancellationRequested)
        {
            await LeaveAsync();
        }

        _abandoned.Dispose();
    }

    private async Task LeaveAsync()
    {
        try
        {
            await using var connection = await _database.Source.OpenConnectionAsync();
            await _appender.LeaveAsync(connection);
        }
        catch (Exception e) when (PostgresErrors.IsFailure(e))
        {
            // Compaction forgets this writer in a week.
            PostgresLog.LeaveFailed(_log, e);
        }
    }

    private void End(JournalUnavailableException reason)
    {
        _queue.Close(reason);
        _ended.TrySetResult();
    }

    private static void CheckText(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException("A NUL character can't be stored.");
        }

        // Throws an ArgumentException on half a surrogate pair.
        _ = StrictText.GetByteCount(text);
    }
}
