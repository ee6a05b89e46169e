namespace ActorKube.Engine.Membership;

/// <summary>A steady clock: time since it was made, whatever happens to the wall clock.</summary>
internal sealed class Monotonic(TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    public TimeSpan Now => time.GetElapsedTime(_start);

    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) => Task.Delay(delay, time, cancellationToken);
}
