namespace ActorKube.Engine.Journals.Postgres;

/// <summary>How long to wait before the next attempt: 20 ms, doubled each time, at most 500 ms, so that a database that is back is noticed at once.</summary>
internal readonly record struct RetryDelay(TimeSpan Value)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(500);

    public static RetryDelay First => new(TimeSpan.FromMilliseconds(20));

    /// <summary>The first failure of an outage, the one that is worth a line in the log.</summary>
    public bool IsFirst => this == First;

    public RetryDelay Next() => new(Value * 2 < Longest ? Value * 2 : Longest);

    public Task WaitAsync(TimeProvider time, CancellationToken cancellationToken) => Task.Delay(Value, time, cancellationToken);
}
