using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Shared;

/// <summary>
/// Remembers since when something has been seen of an object that does not say so itself: a heartbeat whose sender's clock need not be right, a taint
/// without a time. It is the one thing that reconcilers know besides the view. Kept in memory, as Kubernetes does: after a restart all
/// waiting begins anew, which costs time and harms nobody. Thread-safe.
/// </summary>
internal sealed class Observations
{
    private readonly ConcurrentDictionary<(ObjectKey Key, string Aspect), (string Mark, DateTimeOffset Since)> _seen = new();

    /// <summary>When the aspect was first seen with this mark, without another one in between; <paramref name="now"/> if that is now.</summary>
    public DateTimeOffset Since(ObjectKey key, string aspect, string mark, DateTimeOffset now) => _seen.AddOrUpdate(
        (key, aspect),
        static (_, seen) => seen,
        static (_, known, seen) => known.Mark == seen.mark ? known : seen,
        (mark, now)).Since;

    /// <summary>Forgets an aspect; false if there was none.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "An object is meant.")]
    public bool Forget(ObjectKey key, string aspect) => _seen.TryRemove((key, aspect), out _);
}
