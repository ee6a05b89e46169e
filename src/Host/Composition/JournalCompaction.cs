using ActorKube.Engine.Journals;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Sharding;
using Microsoft.Extensions.Logging;

namespace ActorKube.Host.Composition;

/// <summary>
/// Has the journal forget, once a minute, what is older than its window. It is work for one host, which sharding finds as it does for any actor.
/// A failure is logged, and the next minute is another try.
/// </summary>
internal sealed partial class JournalCompaction(IJournal journal, RetentionPolicy policy, IShards shards, TimeProvider time, ILogger<JournalCompaction> log) : IAsyncDisposable
{
    /// <summary>A fifth of the default window: the history is at most that much longer than asked for.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private static readonly ObjectKey Key = new("journals", "", "compaction");

    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    public void Start() => _running = RunAsync(_stop.Token);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task RunAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stop).ConfigureAwait(false))
            {
                if (shards.IsMine(Key))
                {
                    await CompactAsync(stop).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task CompactAsync(CancellationToken stop)
    {
        try
        {
            var deleted = await journal.CompactAsync(policy, stop).ConfigureAwait(false);
            LogCompacted(log, deleted, journal.OldestRevision);
        }
        catch (JournalUnavailableException e)
        {
            LogFailed(log, e);
        }
    }

    [LoggerMessage(1, LogLevel.Debug, "Compacted {Deleted} events; the history begins above revision {Horizon}")]
    private static partial void LogCompacted(ILogger log, int deleted, long horizon);

    [LoggerMessage(2, LogLevel.Warning, "The journal could not be compacted")]
    private static partial void LogFailed(ILogger log, Exception exception);
}
