using System.Collections.Concurrent;
using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Actors.Reconciling;

/// <summary>
/// Counts the failures in a row of each object that fails, and nothing for all others. The n-th failure waits 5 ms * 2^(n-1), at most 1000 s, as
/// the work queues of Kubernetes do: 5, 10, 20, 40, 80, 160, 320, 640 ms, 1.28, 2.56, 5.12, 10.2, 20.5, 41, 82, 164, 328, 655, 1000 s.
/// </summary>
internal sealed class BackOff
{
    private static readonly TimeSpan Base = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(1000);

    private readonly ConcurrentDictionary<ObjectKey, int> _failures = new();

    /// <summary>Counts a failure; returns the number in a row and the delay.</summary>
    public (int Failures, TimeSpan Delay) Fail(ObjectKey key)
    {
        var failures = _failures.AddOrUpdate(key, 1, static (_, count) => count + 1);
        return (failures, Delay(failures));
    }

    public void Succeed(ObjectKey key) => _failures.TryRemove(key, out _);

    // 5 ms * 2^18 is above the limit; more doublings would overflow.
    private static TimeSpan Delay(int failures) => failures > 18 ? Most : Base * (1 << (failures - 1));
}
