namespace ActorKube.Engine.Events;

/// <summary>How much an <see cref="EventRecorder"/> holds.</summary>
public sealed record EventRecorderOptions
{
    /// <summary>Events that wait to be written. Default 8,192: the start of 2,000 pods at once, at four each.</summary>
    public int Capacity { get; init; } = 8192;

    /// <summary>Events whose repetitions are counted. Default 4,096, as client-go's.</summary>
    public int Remembered { get; init; } = 4096;

    /// <summary>For so long at most a stop goes on writing. Default 2 s.</summary>
    public TimeSpan StopPatience { get; init; } = TimeSpan.FromSeconds(2);
}
