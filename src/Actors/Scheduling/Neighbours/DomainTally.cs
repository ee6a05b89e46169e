using System.Collections.Immutable;
using ActorKube.Actors.Scheduling.Filters;
using ActorKube.Actors.Scheduling.Ledger;

namespace ActorKube.Actors.Scheduling.Neighbours;

/// <summary>
/// How many pods of a sort each domain has. What a node is and carries is immutable and replaced as a whole, so that to bring it up to date is to compare two references a node and to count
/// again on the few that have changed: some ten microseconds for 5,000 nodes instead of a look at each of 150,000 pods. Thread-safe.
/// </summary>
/// <param name="topologyKey">Domains are the values of this label.</param>
/// <param name="counts">Which pods count.</param>
/// <param name="eligible">Which nodes count; null for all that have the label.</param>
internal sealed class DomainTally(string topologyKey, Func<PlacedPod, bool> counts, Func<NodeFacts, bool>? eligible = null)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Domain> _domains = new(StringComparer.Ordinal);
    private Seen[] _seen = [];
    private DomainCount _total;
    private (int There, int Bound)? _fewest;

    public string TopologyKey => topologyKey;

    /// <summary>Number of domains.</summary>
    public int Domains
    {
        get
        {
            lock (_gate)
            {
                return _domains.Count;
            }
        }
    }

    public DomainCount Total
    {
        get
        {
            lock (_gate)
            {
                return _total;
            }
        }
    }

    /// <summary>The fullest domain's pods, 0 without domains.</summary>
    public int Most
    {
        get
        {
            lock (_gate)
            {
                return _domains.Values.Select(static d => d.Count.There).DefaultIfEmpty().Max();
            }
        }
    }

    /// <summary>The pods of a domain; none of one that isn't there.</summary>
    public DomainCount this[string domain]
    {
        get
        {
            lock (_gate)
            {
                return _domains.GetValueOrDefault(domain).Count;
            }
        }
    }

    /// <summary>Brings it up to date with the nodes.</summary>
    public DomainTally Refresh(ImmutableArray<NodeSlot> nodes)
    {
        lock (_gate)
        {
            if (_seen.Length != nodes.Length)
            {
                Align(nodes);
            }

            for (var i = 0; i < nodes.Length; i++)
            {
                ref var seen = ref _seen[i];
                var slot = nodes[i];
                if (!ReferenceEquals(seen.Slot, slot))
                {
                    // Another node is in this place; where it was, if it was, it is found no more.
                    Remove(ref seen);
                    seen = new Seen { Slot = slot };
                }

                var (facts, load) = (slot.Facts, slot.Load);
                if (!ReferenceEquals(seen.Facts, facts) || !ReferenceEquals(seen.Load, load))
                {
                    Update(ref seen, facts, load);
                }
            }
        }

        return this;
    }

    /// <summary>By how much what the node is supposed to carry differs from what it does.</summary>
    public DomainCount Difference(Candidate node) =>
        ReferenceEquals(node.Load, node.Slot.Load) || eligible?.Invoke(node.Facts) == false ? default : Count(node.Load) - Count(node.Slot.Load);

    /// <summary>The pods of the emptiest domain, and of that with the fewest that surely are there; 0 without domains.</summary>
    public (int There, int Bound) Fewest()
    {
        lock (_gate)
        {
            return _fewest ??= _domains.Count == 0 ? default : (_domains.Values.Min(static d => d.Count.There), _domains.Values.Min(static d => d.Count.Bound));
        }
    }

    /// <summary>The pods of the emptiest domain if one domain had other ones than it has.</summary>
    public int FewestWith(string domain, int there)
    {
        lock (_gate)
        {
            return _domains.Count == 0 ? 0 : _domains.Min(d => d.Key == domain ? there : d.Value.Count.There);
        }
    }

    private void Align(ImmutableArray<NodeSlot> nodes)
    {
        var known = new Dictionary<NodeSlot, Seen>(_seen.Length, ReferenceEqualityComparer.Instance);
        foreach (var seen in _seen)
        {
            known[seen.Slot!] = seen;
        }

        var next = new Seen[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            next[i] = known.Remove(nodes[i], out var seen) ? seen : new Seen { Slot = nodes[i] };
        }

        foreach (var gone in known.Values)
        {
            var seen = gone;
            Remove(ref seen);
        }

        _seen = next;
    }

    private void Update(ref Seen seen, NodeFacts? facts, NodeLoad load)
    {
        var domain = ReferenceEquals(seen.Facts, facts) ? seen.Domain
            : facts is not null && facts.Labels.TryGetValue(topologyKey, out var value) && eligible?.Invoke(facts) != false ? value : null;
        var count = domain is null ? default : Count(load);
        if (domain != seen.Domain || count != seen.Count)
        {
            Remove(ref seen);
            Add(domain, count);
        }

        (seen.Facts, seen.Load, seen.Domain, seen.Count) = (facts, load, domain, count);
    }

    private DomainCount Count(NodeLoad load)
    {
        var (there, bound) = (0, 0);
        foreach (var pod in load.Pods)
        {
            if (counts(pod))
            {
                there++;
                bound += pod.IsBound ? 1 : 0;
            }
        }

        return new DomainCount(there, bound);
    }

    private void Add(string? domain, DomainCount count)
    {
        if (domain is null)
        {
            return;
        }

        var known = _domains.GetValueOrDefault(domain);
        _domains[domain] = new Domain(known.Nodes + 1, known.Count + count);
        (_total, _fewest) = (_total + count, null);
    }

    private void Remove(ref Seen seen)
    {
        if (seen.Domain is not { } domain)
        {
            return;
        }

        var known = _domains[domain];
        if (known.Nodes == 1)
        {
            _domains.Remove(domain);
        }
        else
        {
            _domains[domain] = new Domain(known.Nodes - 1, known.Count - seen.Count);
        }

        (_total, _fewest, seen.Domain, seen.Count) = (_total - seen.Count, null, null, default);
    }

    private readonly record struct Domain(int Nodes, DomainCount Count);

    private struct Seen
    {
        public NodeSlot? Slot;
        public NodeFacts? Facts;
        public NodeLoad? Load;
        public string? Domain;
        public DomainCount Count;
    }
}
