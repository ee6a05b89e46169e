using System.Collections.Immutable;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Scheduling.Neighbours;

/// <summary>
/// Which rules about neighbours there are at all, be it of pods that have no node yet: so few, compared with pods, that a pod asks each of them whether it is meant instead of asking each pod.
/// Written by the feed, read from any thread.
/// </summary>
internal sealed class RuleBook
{
    private readonly Dictionary<ObjectKey, ImmutableArray<NeighbourRule>> _holders = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private ImmutableSortedDictionary<string, NeighbourRule> _rules = ImmutableSortedDictionary.Create<string, NeighbourRule>(StringComparer.Ordinal);

    /// <summary>Each once.</summary>
    public IEnumerable<NeighbourRule> All => Volatile.Read(ref _rules).Values;

    public bool IsEmpty => Volatile.Read(ref _rules).IsEmpty;

    /// <summary>Takes note of what a pod says; nothing for one that is gone or has ended.</summary>
    public void Apply(ObjectKey pod, ImmutableArray<NeighbourRule> rules)
    {
        if (_holders.Remove(pod, out var old))
        {
            foreach (var rule in old)
            {
                Drop(rule);
            }
        }

        if (rules.IsEmpty)
        {
            return;
        }

        _holders[pod] = rules;
        foreach (var rule in rules)
        {
            var count = _counts[rule.Text] = _counts.GetValueOrDefault(rule.Text) + 1;
            if (count == 1)
            {
                Volatile.Write(ref _rules, _rules.SetItem(rule.Text, rule));
            }
        }
    }

    private void Drop(NeighbourRule rule)
    {
        if (--_counts[rule.Text] == 0)
        {
            _counts.Remove(rule.Text);
            Volatile.Write(ref _rules, _rules.Remove(rule.Text));
        }
    }
}
