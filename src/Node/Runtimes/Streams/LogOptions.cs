namespace ActorKube.NodeAgent.Runtimes;

/// <summary>Which part of a log to read.</summary>
public sealed record LogOptions
{
    public bool Follow { get; init; }

    /// <summary>Only lines written at or after this time.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Only so many lines from the end; null for all.</summary>
    public long? Tail { get; init; }

    /// <summary>Each line begins with its time in RFC 3339 with nanoseconds, and a space.</summary>
    public bool Timestamps { get; init; }

    public bool Stdout { get; init; } = true;

    public bool Stderr { get; init; } = true;
}
