namespace ActorKube.Engine.Views;

/// <summary>How much of the past a view keeps for watchers, per resource. An event costs what its object's JSON costs.</summary>
public sealed record ViewOptions
{
    /// <summary>Most events; default 32,768: at 2 kB an object 64 MB for the one resource that changes all the time, 8 s of 4,000 changes/s.</summary>
    public int WatchEvents { get; init; } = 32_768;

    /// <summary>Age at which events are dropped although there is room; default 5 minutes, as the journal's own window.</summary>
    public TimeSpan WatchAge { get; init; } = TimeSpan.FromMinutes(5);
}
