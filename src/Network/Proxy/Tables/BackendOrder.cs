using System.Collections.Immutable;

namespace ActorKube.Network.Proxy.Tables;

/// <summary>The order of a service's backends. A change moves as few of them as can be, since each that moves is written to the kernel.</summary>
internal static class BackendOrder
{
    /// <summary>Who stays keeps the place; who comes, or else the last ones, take the places of those that go.</summary>
    /// <param name="next">In any order, without repetitions.</param>
    public static ImmutableArray<Backend> Next(ImmutableArray<Backend> previous, IReadOnlySet<Backend> next)
    {
        var known = previous.ToHashSet();
        var come = new Queue<Backend>(next.Where(b => !known.Contains(b)).OrderBy(static b => b.Address).ThenBy(static b => b.Port));
        var result = new List<Backend>(next.Count);
        var last = previous.Length - 1;
        for (var i = 0; i <= last; i++)
        {
            if (next.Contains(previous[i]))
            {
                result.Add(previous[i]);
                continue;
            }

            if (come.TryDequeue(out var fresh))
            {
                result.Add(fresh);
                continue;
            }

            while (last > i && !next.Contains(previous[last]))
            {
                last--;
            }

            if (last > i)
            {
                result.Add(previous[last--]);
            }
        }

        result.AddRange(come);
        return [.. result];
    }
}
