namespace ActorKube.Engine.Membership;

/// <summary>
/// The membership in the journal's database. Every change is a compare-and-swap on the version of the whole table, so all hosts see the same views in the same order.
/// Thread-safe. All methods throw <see cref="Journals.JournalUnavailableException"/> while the database can't be reached.
/// </summary>
public interface IMembershipTable : IAsyncDisposable
{
    /// <summary>The newest view, and whose lease has run out by the database's clock.</summary>
    Task<TableReading> ReadAsync(CancellationToken cancellationToken = default);

    /// <summary>Writes one row, in place of the row of that name. False when the table is at another version.</summary>
    Task<bool> TryWriteAsync(Member row, long expectedVersion, CancellationToken cancellationToken = default);

    /// <summary>Removes the row of a name. False when the table is at another version.</summary>
    Task<bool> TryRemoveAsync(string name, long expectedVersion, CancellationToken cancellationToken = default);

    /// <summary>
    /// The database's vouch for a member: its lease runs for this long from now on. Returns the table's version; null if the member is dead or replaced, which it hereby knows.
    /// </summary>
    Task<long?> RenewAsync(MemberId member, TimeSpan lease, CancellationToken cancellationToken = default);
}

/// <param name="View">The rows.</param>
/// <param name="Lapsed">Names of active members whose lease has run out.</param>
public sealed record TableReading(MembershipView View, IReadOnlySet<string> Lapsed);
