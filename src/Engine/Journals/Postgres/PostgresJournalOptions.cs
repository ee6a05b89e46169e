using System.Text.RegularExpressions;
using Npgsql;

namespace ActorKube.Engine.Journals.Postgres;

/// <summary>Settings of the journal that many hosts share.</summary>
public sealed partial record PostgresJournalOptions
{
    /// <summary>
    /// How to reach the database, as Npgsql understands it: <c>Host=...;Username=...;Database=...</c>. Several hosts, separated by commas, are
    /// tried for the one that is the primary.
    /// </summary>
    public required string ConnectionString { get; init; }

    /// <summary>Schema inside the database; default <c>actorkube</c>. Another one is another cluster.</summary>
    public string Schema { get; init; } = "actorkube";

    /// <summary>Most appends in one transaction, 1 to 10,000; default 512. The transaction holds up all hosts, and more share its fsync no better.</summary>
    public int MaxBatch { get; init; } = 512;

    /// <summary>Bytes of states at which a batch is full, at least 1 MiB; default 8 MiB, some tens of milliseconds under the lock.</summary>
    public int MaxBatchBytes { get; init; } = 8 << 20;

    /// <summary>
    /// Most appends that may wait; default 16,384. More means that the database is away: callers are refused instead of memory being filled.
    /// </summary>
    public int MaxPending { get; init; } = 16_384;

    /// <summary>Most events that a follower reads at a time, 1 to 10,000; default 500, about 1 MB.</summary>
    public int PageSize { get; init; } = 500;

    /// <summary>
    /// How often the feed looks for what it was not notified of, 10 ms to 1 min; default 2 s: notifications are lost only together with a connection
    /// whose loss nobody noticed, and looking costs 0.2 ms.
    /// </summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long an append is tried while the database is away, 0 to 1 h; default 10 s: longer than a restart or fail-over of PostgreSQL takes,
    /// shorter than the patience of clients.
    /// </summary>
    public TimeSpan RetryFor { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Whether events are stamped, and compacted, by the database's clock, which is the same for all hosts; default true. False: by each host's
    /// <see cref="TimeProvider"/>.
    /// </summary>
    public bool DatabaseClock { get; init; } = true;

    /// <exception cref="ArgumentException">Names everything that is out of range.</exception>
    internal void Validate()
    {
        var errors = new List<string>();
        Check(SchemaName().IsMatch(Schema), $"schema '{Schema}' is not lower-case letters, digits and '_' (at most 40)");
        Check(MaxBatch is >= 1 and <= 10_000, "MaxBatch is not within 1 and 10,000");
        Check(MaxBatchBytes >= 1 << 20, "MaxBatchBytes is below 1 MiB");
        Check(MaxPending >= 1, "MaxPending is below 1");
        Check(PageSize is >= 1 and <= 10_000, "PageSize is not within 1 and 10,000");
        Check(PollInterval >= TimeSpan.FromMilliseconds(10) && PollInterval <= TimeSpan.FromMinutes(1), "PollInterval is not within 10 ms and 1 min");
        Check(RetryFor >= TimeSpan.Zero && RetryFor <= TimeSpan.FromHours(1), "RetryFor is not within 0 and 1 h");
        try
        {
            Check(!string.IsNullOrEmpty(new NpgsqlConnectionStringBuilder(ConnectionString).Host), "the connection string names no Host");
        }
        catch (ArgumentException e)
        {
            errors.Add($"the connection string is malformed: {e.Message}");
        }

        if (errors.Count > 0)
        {
            throw new ArgumentException($"The journal's settings are wrong: {string.Join("; ", errors)}.");
        }

        void Check(bool good, string error)
        {
            if (!good)
            {
                errors.Add(error);
            }
        }
    }

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,39}$")]
    private static partial Regex SchemaName();
}
