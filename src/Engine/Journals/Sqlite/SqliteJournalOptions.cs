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

    /// <summary>Bytes of a page of a new database; default 8,192. Events go to its end one behind the other: larger pages leave less room empty, smaller ones have a lone event write less.</summary>
    public int PageSize { get; init; } = 8_192;

    /// <summary>
    /// Pages in the write-ahead log at which they are copied into the database; default 4,000 (32 MB). The copying stalls appends for some
    /// tens of milliseconds: a larger log has that happen less often (at 4,000 once in some thousands of appends), a smaller one makes each stall shorter.
    /// </summary>
    public int CheckpointPages { get; init; } = 4_000;
}
