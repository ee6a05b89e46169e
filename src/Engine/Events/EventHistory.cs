namespace ActorKube.Engine.Events;

/// <summary>
/// What one source has said of one object lately. What repeats is counted; of those that differ in their messages only, ten in ten minutes, the rest is combined; and the source may write 25 at once
/// and one more every five minutes, what is beyond is counted and told with the next. Follows Kubernetes' <c>EventCorrelator</c>. Not thread-safe.
/// </summary>
internal sealed class EventHistory
{
    private const int MostSimilar = 10;
    private const int Burst = 25;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Refill = TimeSpan.FromMinutes(5);

    private readonly List<CountedEvent> _events = [];
    private readonly TokenBucket _writes = new(Burst, Refill);

    /// <summary>Counts it.</summary>
    /// <returns>The Event that is to be written; null for none now.</returns>
    public CountedEvent? Add(Occurrence o)
    {
        _events.RemoveAll(e => o.Time - e.Since >= Window);
        var counted = _events.Find(e => e.Means(o));
        if (counted is null)
        {
            // The tenth is the one that stands for all further ones.
            counted = new CountedEvent(o, isCombined: _events.Count(e => e.IsSimilar(o)) == MostSimilar - 1);
            _events.Add(counted);
        }

        counted.Add(o);
        return _writes.TrySpend(o.Time) ? counted : null;
    }
}
