namespace ActorKube.Engine.Journals.Postgres;

/// <summary>Some of the journal's events in order, with what was true at the moment of reading them.</summary>
/// <param name="Events">In revision order.</param>
/// <param name="Head">The newest revision.</param>
/// <param name="Horizon">See <see cref="IJournal.OldestRevision"/>.</param>
/// <param name="IsFull">There may be more.</param>
internal sealed record PostgresPage(IReadOnlyList<JournalEvent> Events, long Head, long Horizon, bool IsFull);
