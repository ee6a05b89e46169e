namespace ActorKube.Engine.Actors;

/// <summary>Settings of the actors of a host.</summary>
public sealed record ActorOptions
{
    /// <summary>
    /// Most reconciles at the same time; default 64. They mostly wait for their appends, which share transactions, so many more than there are
    /// cores pay; more than 64 gained nothing on two cores. Commands of callers are not counted.
    /// </summary>
    public int Concurrency { get; init; } = 64;

    /// <summary>
    /// At start every object is reconciled once; this many of those may wait at a time, default 256, so that what happens meanwhile
    /// need not queue behind all of them.
    /// </summary>
    public int StartBacklog { get; init; } = 256;
}
