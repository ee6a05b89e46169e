using ActorKube.Engine.Actors.Regions;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Engine.Actors.Waking;

/// <summary>
/// Wakes every object of the reconciled resources once, a few at a time, whenever workers have little to do: 150,000 objects are never queued at
/// once, and what happens meanwhile does not wait behind them. Thread-safe.
/// </summary>
internal sealed class StartUpWaker(IRegion region, IEnumerable<string> resources, Func<int> backlog, int maxBacklog)
{
    private const int Step = 16;

    private readonly Lock _gate = new();
    private IEnumerator<StoredObject>? _rest;

    /// <summary>Begins with the objects of this snapshot; those that come later are woken by their own changes.</summary>
    public void Begin(ViewSnapshot snapshot)
    {
        lock (_gate)
        {
            _rest = resources.Order(StringComparer.Ordinal).SelectMany(snapshot.List).GetEnumerator();
        }
    }

    /// <summary>Wakes a few more if there is room for them.</summary>
    public void WakeSome()
    {
        if (Volatile.Read(ref _rest) is null || backlog() >= maxBacklog)
        {
            return;
        }

        foreach (var key in Next())
        {
            region.Wake(key);
        }
    }

    private List<ObjectKey> Next()
    {
        var keys = new List<ObjectKey>(Step);
        lock (_gate)
        {
            while (_rest is not null && keys.Count < Step)
            {
                if (_rest.MoveNext())
                {
                    keys.Add(_rest.Current.Key);
                }
                else
                {
                    _rest.Dispose();
                    _rest = null;
                }
            }
        }

        return keys;
    }
}
