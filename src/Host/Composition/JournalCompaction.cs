using ActorKube.Engine.Journals;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Sharding;
using Microsoft.Extensions.Logging;

namespace ActorKube.Host.Composition;

/// <summary>
/// Has the journal forget, once a minute, what is older than its window. It is work for one host, which sharding finds as it does for any actor.
/// A failure is logged, and the next minute is another try.
/// </summary>
internal sealed partial class JournalCompaction : IAsyncDisposable
{
    /// <summary>A fifth of the default window: the history is at most that much longer than asked for.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private static readonly ObjectKey Key = new("journals", "", "compaction");

    private readonly IJournal _journal;
    private readonly RetentionPolicy _policy;
    private readonly ILogger _log;
    private readonly PeriodicWork _work;

    public JournalCompaction(IJournal journal, RetentionPolicy policy, IShards shards, TimeProvider time, ILogger<JournalCompaction> log)
    {
        (_journal, _policy, _log) = (journal, policy, log);
        _work = new PeriodicWork(Interval, time, stop => shards.IsMine(Key) ? CompactAsync(stop) : Task.CompletedTask);
    }

    public void Start() => _work.Start();

    public ValueTask DisposeAsync() => _work.DisposeAsync();

    private async Task CompactAsync(CancellationToken stop)
    {
        try
        {
            var deleted = await _journal.CompactAsync(_policy, stop).ConfigureAwait(false);
            LogCompacted(_log, deleted, _journal.OldestRevision);
        }
        catch (JournalUnavailableException e)
        {
            LogFailed(_log, e);
        }
    }

    [LoggerMessage(1, LogLevel.Debug, "Compacted {Deleted} events; the history begins above revision {Horizon}")]
    private static partial void LogCompacted(ILogger log, int deleted, long horizon);

    [LoggerMessage(2, LogLevel.Warning, "The journal could not be compacted")]
    private static partial void LogFailed(ILogger log, Exception exception);
}
