namespace ActorKube.Engine.Journals;

/// <summary>
/// Receives the feed. Calls come one at a time, in revision order, and must be quick and not fail: an embedded journal makes them
/// between committing a batch and acknowledging it, and stops for good when one throws.
/// </summary>
public interface IJournalFollower
{
    /// <summary>
    /// Everything the journal keeps, as of one moment: start from scratch with it. Above <paramref name="oldestRevision"/> no
    /// event is missing; at and below it only the newest event of each object that lived at that revision is left.
    /// </summary>
    /// <param name="events">Enumerate once, before returning.</param>
    /// <param name="oldestRevision">See <see cref="IJournal.OldestRevision"/>.</param>
    /// <param name="headRevision">The newest revision of that moment, which may be above the newest event's.</param>
    void OnSnapshot(IEnumerable<JournalEvent> events, long oldestRevision, long headRevision);

    /// <summary>The next events, without gap.</summary>
    void OnEvents(ReadOnlySpan<JournalEvent> events);

    /// <summary>History at and below this revision was compacted: tombstones up to it are forgotten.</summary>
    void OnCompacted(long oldestRevision);
}
