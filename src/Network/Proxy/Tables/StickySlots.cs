using System.Collections.Immutable;

namespace ActorKube.Network.Proxy.Tables;

/// <summary>
/// Places for the backends of a service with session affinity. The kernel remembers the slot that a client was given, not the backend: so one that stays keeps its
/// slot whatever becomes of others, and one that comes takes the first free slot.
/// </summary>
internal sealed class StickySlots : IEquatable<StickySlots>
{
    private readonly ImmutableArray<Backend?> _slots;

    private StickySlots(ImmutableArray<Backend?> slots) => _slots = slots;

    public static StickySlots None { get; } = new([]);

    /// <summary>One more than the last slot that is taken.</summary>
    public int Count => _slots.Length;

    /// <summary>Null: free.</summary>
    public Backend? this[int slot] => _slots[slot];

    public int SlotOf(Backend backend) => _slots.IndexOf(backend);

    public StickySlots Next(ImmutableArray<Backend> backends)
    {
        var slots = _slots.Select(s => s is { } taken && backends.Contains(taken) ? s : null).ToList();
        var free = 0;
        foreach (var backend in backends.Where(b => !slots.Contains(b)))
        {
            while (free < slots.Count && slots[free] is not null)
            {
                free++;
            }

            if (free == slots.Count)
            {
                slots.Add(null);
            }

            slots[free] = backend;
        }

        while (slots.Count > 0 && slots[^1] is null)
        {
            slots.RemoveAt(slots.Count - 1);
        }

        return new StickySlots([.. slots]);
    }

    public bool Equals(StickySlots? other) => other is not null && _slots.SequenceEqual(other._slots);

    public override bool Equals(object? obj) => Equals(obj as StickySlots);

    public override int GetHashCode() => _slots.Length;
}
