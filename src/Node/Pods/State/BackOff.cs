namespace ActorKube.NodeAgent.Pods;

/// <summary>
/// A delay that doubles: 10 s, 20 s, 40 s, 80 s, 160 s, then 300 s for ever. It is forgotten when what it delays went well for twice the longest delay, 10 minutes.
/// Follows Kubernetes' flowcontrol.Backoff as the kubelet uses it: the first retry is immediate, since there is no entry yet.
/// </summary>
internal sealed record BackOff(TimeSpan Delay, DateTimeOffset UpdatedAt)
{
    public static readonly TimeSpan Initial = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>When the next try may come, of something that failed at the given time.</summary>
    public static DateTimeOffset NextTry(BackOff? current, DateTimeOffset failedAt) =>
        current is null || current.IsForgotten(failedAt) ? failedAt : failedAt + current.Delay;

    /// <summary>The entry after a try that follows a failure at the given time.</summary>
    public static BackOff Advance(BackOff? current, DateTimeOffset failedAt, DateTimeOffset now) =>
        current is null || current.IsForgotten(failedAt)
            ? new BackOff(Initial, now)
            : new BackOff(current.Delay * 2 < Longest ? current.Delay * 2 : Longest, now);

    private bool IsForgotten(DateTimeOffset failedAt) => failedAt - UpdatedAt > Longest * 2;
}
