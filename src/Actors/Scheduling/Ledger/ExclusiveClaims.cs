using System.Collections.Immutable;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Scheduling.Ledger;

/// <summary>
/// Claims that one pod alone may use and that a pod is getting at the moment on this host: two nodes don't decide about one claim at the same time, so that the second sees what
/// the first has done. Thread-safe.
/// </summary>
internal sealed class ExclusiveClaims
{
    private readonly Lock _gate = new();
    private readonly HashSet<ObjectKey> _held = [];

    /// <summary>Takes all of them, or none if another one is deciding about one.</summary>
    public bool TryHold(ImmutableArray<ObjectKey> claims)
    {
        lock (_gate)
        {
            if (claims.Any(_held.Contains))
            {
                return false;
            }

            _held.UnionWith(claims);
            return true;
        }
    }

    public void Release(ImmutableArray<ObjectKey> claims)
    {
        lock (_gate)
        {
            _held.ExceptWith(claims);
        }
    }
}
