using System.Runtime.CompilerServices;
using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Journals.Sqlite;

/// <summary>
/// The embedded journal: one SQLite file, one process. Each acknowledged append survives a crash of the process and of the machine. All writing goes
/// through one thread (<see cref="SqliteJournalThread"/>), which also makes revisions visible in order.
/// </summary>
public sealed class SqliteJournal : IJournal
{
    private const int CompactionStepEvents = 256;

    private readonly SqliteJournalOptions _options;
    private readonly FileStream _lock;
    private readonly SqliteWriter _writer;
    private readonly SqliteQueue _queue;
    private readonly SqliteJournalThread _thread;
    private readonly FollowerList _followers = new();

    private SqliteJournal(SqliteJournalOptions options, TimeProvider time, FileStream fileLock)
    {
        _options = options;
        _lock = fileLock;
        _writer = new SqliteWriter(options, _followers, time);
        _queue = new SqliteQueue(options.MaxPending);
        _thread = new SqliteJournalThread(_writer, _queue, options.MaxBatch);
    }

    public long OldestRevision => _writer.Oldest;

    /// <summary>Opens or creates the journal, bringing its schema up to date.</summary>
    /// <exception cref="IOException">Another process has it open.</exception>
    public static SqliteJournal Open(SqliteJournalOptions options, TimeProvider time)
    {
        // Held until disposal; the kernel lets go of it when the process dies.
        var fileLock = new FileStream(options.Path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        try
        {
            var journal = new SqliteJournal(options, time, fileLock);
            journal._thread.Start();
            return journal;
        }
        catch
        {
            fileLock.Dispose();
            throw;
        }
    }

    public ValueTask<AppendResult> AppendAsync(JournalAppend append, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new ValueTask<AppendResult>(_queue.Add(append));
    }

    public ValueTask<long> GetHeadRevisionAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(_writer.Head);

    public async IAsyncEnumerable<JournalEvent> ReadAsync(
        long afterRevision, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        using var database = SqliteDatabase.OpenReadOnly(_options.Path);
        var events = new SqliteEvents(database);
        database.Execute("BEGIN");
        var oldest = events.Oldest();
        if (afterRevision != 0 && afterRevision < oldest)
        {
            throw new RevisionExpiredException(afterRevision, oldest);
        }

        foreach (var item in events.ReadAfter(afterRevision))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }

    public Task<IReadOnlyList<JournalEvent>> ReadHistoryAsync(ObjectKey key, CancellationToken cancellationToken = default) =>
        _queue.Add(new SqliteCommand<IReadOnlyList<JournalEvent>>(writer => writer.ReadHistory(key)));

    public Task<IAsyncDisposable> FollowAsync(
        long afterRevision, IJournalFollower follower, CancellationToken cancellationToken = default) =>
        _queue.Add(new SqliteCommand<IAsyncDisposable>(writer =>
        {
            if (afterRevision == 0 || afterRevision < writer.Oldest)
            {
                follower.OnSnapshot(writer.Events.ReadAfter(0), writer.Oldest, writer.Head);
            }
            else
            {
                follower.OnEvents(writer.Events.ReadAfter(afterRevision).ToArray());
            }

            return _followers.Add(follower);
        }));

    public async Task<int> CompactAsync(RetentionPolicy policy, CancellationToken cancellationToken = default)
    {
        var deleted = 0;
        CompactionStep step;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            step = await _queue.Add(new SqliteCommand<CompactionStep>(writer => writer.Compact(policy, CompactionStepEvents)));
            deleted += step.Deleted;
        }
        while (step.Advanced);

        return deleted;
    }

    public async ValueTask DisposeAsync()
    {
        await _thread.StopAsync();
        await _lock.DisposeAsync();
    }
}
