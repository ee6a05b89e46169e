namespace ActorKube.Engine.Journals;

/// <summary>
/// How much history a journal keeps beyond the present state. Both limits must allow an event to stay; the newest that is not allowed to is the
/// horizon, and what was superseded at or below the horizon is compacted.
/// </summary>
public sealed record RetentionPolicy
{
    /// <summary>
    /// Age up to which every event is kept; default 5 minutes, what etcd clusters of Kubernetes keep: longer than a watcher needs to
    /// reconnect, short enough for the store to stay near the size of the live objects.
    /// </summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Number of newest revisions beyond which events are compacted even inside the window; default 500,000, which at 2 kB an event bounds
    /// the history to 1 GB whatever the rate of changes.
    /// </summary>
    public long MaxRevisions { get; init; } = 500_000;

    /// <summary>Everything but the present state is forgotten.</summary>
    public static RetentionPolicy Nothing { get; } = new() { Window = TimeSpan.Zero, MaxRevisions = 0 };

    internal bool Keeps(long revision, DateTimeOffset time, long headRevision, DateTimeOffset now) =>
        now - time < Window && headRevision - revision < MaxRevisions;
}
