namespace ActorKube.Engine.Journals.Postgres;

/// <summary>What became of a batch, the same however often it is asked for.</summary>
/// <param name="Head">The newest revision before the batch. Accepted appends follow it in order.</param>
/// <param name="Time">Of all events of the batch, in Unix milliseconds.</param>
/// <param name="Horizon">See <see cref="IJournal.OldestRevision"/>.</param>
/// <param name="Found">Per append the version that its object was at; where that is the expected one the append was accepted.</param>
internal sealed record PostgresAnswer(long Head, long Time, long Horizon, long[] Found);
