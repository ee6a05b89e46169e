namespace ActorKube.Engine.Journals.Postgres;

/// <summary>
/// Where a follower is in the feed. Whatever brings it the events, it is shown each once, in order and without gap; that is checked here, not assumed.
/// One call at a time.
/// </summary>
/// <param name="reader">Reads what is missing.</param>
/// <param name="follower">Whom it is shown to.</param>
/// <param name="position">The newest revision that the follower has seen; negative: it needs a snapshot.</param>
/// <param name="oldest">The horizon that the follower knows.</param>
internal sealed class PostgresCursor(PostgresReader reader, IJournalFollower follower, long position, long oldest)
{
    private long _position = position;
    private long _oldest = oldest;
    private JournalEvent? _last;

    public long Position => Volatile.Read(ref _position);

    public long Oldest => Volatile.Read(ref _oldest);

    public IJournalFollower Follower { get; } = follower;

    /// <summary>
    /// Reads, page by page, what there is up to a revision. May be repeated after a failure of the database. Each page begins with the event that was seen last: a database that was restored from
    /// a backup, and has been written to since, has another one there.
    /// </summary>
    /// <exception cref="InvalidOperationException">The database has lost what was seen.</exception>
    public async Task AdvanceAsync(long upTo, CancellationToken cancellationToken)
    {
        var more = Position < upTo;
        while (more)
        {
            var page = Position < 0 ? null : await reader.ReadFromAsync(Position, upTo, cancellationToken);
            if (page is null || page.Horizon > Position)
            {
                page = await StartOverAsync(cancellationToken);
            }
            else if (page.Head < Position)
            {
                throw new InvalidOperationException($"The database ends at revision {page.Head}, but {Position} was seen: it has lost what it had acknowledged.");
            }
            else
            {
                CheckLast(page);
                Deliver(page.Events.ToArray());
            }

            Compacted(page.Horizon);
            more = page.IsFull && Position < upTo;
        }
    }

    /// <summary>Shows events of which the follower may have seen the first ones.</summary>
    public void Deliver(ReadOnlySpan<JournalEvent> events)
    {
        while (!events.IsEmpty && events[0].Revision <= Position)
        {
            events = events[1..];
        }

        if (events.IsEmpty)
        {
            return;
        }

        if (events[0].Revision != Position + 1 || events[^1].Revision != Position + events.Length)
        {
            throw new InvalidOperationException($"The feed has a gap: after {Position} came {events[0].Revision} to {events[^1].Revision}.");
        }

        Follower.OnEvents(events);
        _last = events[^1];
        Volatile.Write(ref _position, events[^1].Revision);
    }

    private void CheckLast(PostgresPage page)
    {
        var found = page.Events is [var first, ..] && first.Revision == Position ? first : null;
        if (_last is { } last && last.Revision == Position && Position > page.Horizon && !IsSame(found, last))
        {
            throw new InvalidOperationException($"The database has another event at revision {Position} than was seen: it was restored from a backup.");
        }

        // At the horizon it may have gone: if it was a deletion.
        _last = found ?? _last;
    }

    private static bool IsSame(JournalEvent? found, JournalEvent last) =>
        found is not null && (found.Key, found.Version, found.Kind, found.Time, found.Cause) == (last.Key, last.Version, last.Kind, last.Time, last.Cause);

    /// <summary>Tells a horizon that is new. One ahead of the position will be heard of again.</summary>
    public void Compacted(long horizon)
    {
        if (horizon > Oldest && horizon <= Position)
        {
            Volatile.Write(ref _oldest, horizon);
            Follower.OnCompacted(horizon);
        }
    }

    private async Task<PostgresPage> StartOverAsync(CancellationToken cancellationToken)
    {
        var snapshot = await reader.ReadSnapshotAsync(cancellationToken);
        Follower.OnSnapshot(snapshot.Events, snapshot.Horizon, snapshot.Head);
        Volatile.Write(ref _oldest, snapshot.Horizon);
        Volatile.Write(ref _position, snapshot.Head);
        return snapshot;
    }
}
