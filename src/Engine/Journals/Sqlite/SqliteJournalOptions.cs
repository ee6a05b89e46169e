namespace ActorKube.Engine.Journals.Sqlite;

/// <summary>Settings of the embedded journal.</summary>
public sealed record SqliteJournalOptions
{
    /// <summary>The database file. Two more (<c>-wal</c>, <c>-shm</c>) and a lock file appear beside it.</summary>
    public required string Path { get; init; }

    /// <summary>
    /// Most appends in one transaction; default 512. Larger batches gain nothing (the fsync is long since shared) and would delay the
    /// first of them.
    /// </summary>
    public int MaxBatch { get; init; } = 512;

    /// <summary>
    /// Most appends that may wait; default 16,384. More means that the disk has stopped: callers are refused instead of memory being filled.
    /// </summary>
    public int MaxPending { get; init; } = 16_384;

    /// <summary>
    /// Pages of 4 KiB in the write-ahead log at which they are copied into the database; default 8,000 (32 MB). The copying stalls appends for some
    /// tens of milliseconds: a larger log has that happen less often (at 8,000 once in about 2,000 appends), a smaller one makes each stall shorter.
    /// </summary>
    public int CheckpointPages { get; init; } = 8_000;
}
