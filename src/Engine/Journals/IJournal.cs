using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Journals;

/// <summary>
/// The only authority on the state of a cluster. Every implementation passes the same contract tests. Invariants:
/// <list type="number">
/// <item>(object, version) is unique: of several appends that expect the same version exactly one is committed.</item>
/// <item>Revisions are strictly increasing and become visible in order: who has seen revision N never misses an event at or below it.</item>
/// <item>An append completes after it is durable, and, in a journal that lives in this process, after its followers were shown it.</item>
/// <item>The newest event of an object that exists is never compacted.</item>
/// </list>
/// Thread-safe.
/// </summary>
public interface IJournal : IAsyncDisposable
{
    /// <summary>
    /// The horizon of compaction: every event above it is kept. 0 while nothing was compacted.
    /// </summary>
    long OldestRevision { get; }

    /// <summary>Appends if the object is at the expected version. Appends of many callers share one transaction.</summary>
    /// <param name="append">What to append.</param>
    /// <param name="cancellationToken">Observed only until the append is queued; afterwards its outcome must be awaited.</param>
    /// <exception cref="JournalUnavailableException">The store failed; see there for whether the append may have happened.</exception>
    ValueTask<AppendResult> AppendAsync(JournalAppend append, CancellationToken cancellationToken = default);

    /// <summary>The newest revision that is durable: what a linearizable read has to wait for.</summary>
    ValueTask<long> GetHeadRevisionAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// The events above <paramref name="afterRevision"/> in revision order, as of the call; 0 gives everything that is kept.
    /// </summary>
    /// <exception cref="RevisionExpiredException"><paramref name="afterRevision"/> is neither 0 nor at least <see cref="OldestRevision"/>.</exception>
    IAsyncEnumerable<JournalEvent> ReadAsync(long afterRevision, CancellationToken cancellationToken = default);

    /// <summary>What is kept of the history of one object, oldest first: who changed what, when and why.</summary>
    Task<IReadOnlyList<JournalEvent>> ReadHistoryAsync(ObjectKey key, CancellationToken cancellationToken = default);

    /// <summary>
    /// Feeds a follower with every event above <paramref name="afterRevision"/>, those to come included, until the result is disposed.
    /// From 0, or where the revision has expired, it is given a snapshot first. Completes when the follower has all that was there.
    /// </summary>
    Task<IAsyncDisposable> FollowAsync(long afterRevision, IJournalFollower follower, CancellationToken cancellationToken = default);

    /// <summary>
    /// Forgets what the policy no longer asks for, in small steps between which appends go on. Returns the number of deleted events.
    /// One call at a time.
    /// </summary>
    Task<int> CompactAsync(RetentionPolicy policy, CancellationToken cancellationToken = default);
}
