using ActorKube.Engine.Actors.Regions;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Engine.Actors.Waking;

/// <summary>
/// Wakes many objects, a few at a time, whenever workers have little to do: all of them at start, and those that become this host's when another one goes. 150,000 objects are never
/// queued at once, and what happens meanwhile does not wait behind them. Thread-safe.
/// </summary>
internal sealed class GradualWaker(IRegion region, IEnumerable<string> resources, Func<int> backlog, int maxBacklog)
{
    private const int Step = 16;

    private readonly Lock _gate = new();
    private readonly Queue<IEnumerator<ObjectKey>> _sweeps = new();

    /// <summary>Takes on the objects of this snapshot for which it holds; those that come later are woken by their own changes.</summary>
    public void Begin(ViewSnapshot snapshot, Func<ObjectKey, bool> concerned)
    {
        lock (_gate)
        {
            _sweeps.Enqueue(resources.Order(StringComparer.Ordinal).SelectMany(snapshot.List).Select(static o => o.Key).Where(concerned).GetEnumerator());
        }

        WakeSome();
    }

    /// <summary>Wakes a few more if there is room for them.</summary>
    public void WakeSome()
    {
        if (backlog() >= maxBacklog)
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
        var keys = new List<ObjectKey>();
        lock (_gate)
        {
            while (keys.Count < Step && _sweeps.TryPeek(out var sweep))
            {
                if (sweep.MoveNext())
                {
                    keys.Add(sweep.Current);
                }
                else
                {
                    sweep.Dispose();
                    _sweeps.Dequeue();
                }
            }
        }

        return keys;
    }
}
