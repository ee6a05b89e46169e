using System.Collections.Immutable;
using ActorKube.Actors.Scheduling.Ledger;

namespace ActorKube.Actors.Scheduling.Neighbours;

/// <summary>
/// Tallies that have been asked for, kept for the next pods of the same sort. The ones used last are kept: each has 48 bytes a node. Thread-safe.
/// </summary>
internal sealed class TallyBook
{
    /// <summary>With 5,000 nodes 64 take 15 MB.</summary>
    private const int Kept = 64;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Text, DomainTally Tally)>> _known = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Text, DomainTally Tally)> _byUse = new();

    /// <summary>The tally of that name, up to date.</summary>
    /// <param name="text">Says all that it depends on.</param>
    /// <param name="make">Makes it where it isn't kept.</param>
    public DomainTally Get(string text, Func<DomainTally> make, ImmutableArray<NodeSlot> nodes)
    {
        DomainTally tally;
        lock (_gate)
        {
            if (_known.TryGetValue(text, out var known))
            {
                _byUse.Remove(known);
                _byUse.AddFirst(known);
            }
            else
            {
                known = _known[text] = _byUse.AddFirst((text, make()));
                if (_byUse.Count > Kept)
                {
                    _known.Remove(_byUse.Last!.Value.Text);
                    _byUse.RemoveLast();
                }
            }

            tally = known.Value.Tally;
        }

        return tally.Refresh(nodes);
    }
}
