namespace ActorKube.Engine.Views.Watching;

/// <summary>Some consecutive events. One writer; readers see an event once the count includes it.</summary>
internal sealed class EventChunk
{
    private const int Capacity = 256;

    private readonly ObjectEvent[] _items = new ObjectEvent[Capacity];
    private int _count;
    private EventChunk? _next;
    private bool _trimmed;

    public int Count => Volatile.Read(ref _count);

    public bool IsFull => Count == Capacity;

    public EventChunk? Next => Volatile.Read(ref _next);

    /// <summary>Taken off the log; <see cref="Next"/> is cut.</summary>
    public bool IsTrimmed => Volatile.Read(ref _trimmed);

    /// <summary>Of a chunk with events.</summary>
    public long LastRevision => _items[Count - 1].Revision;

    /// <summary>When the newest event was accepted. The writer's.</summary>
    public DateTimeOffset LastTime { get; private set; }

    public ObjectEvent this[int index] => _items[index];

    public void Add(ObjectEvent item, DateTimeOffset time)
    {
        _items[_count] = item;
        LastTime = time;
        Volatile.Write(ref _count, _count + 1);
    }

    public void LinkTo(EventChunk next) => Volatile.Write(ref _next, next);

    public void Trim()
    {
        Volatile.Write(ref _trimmed, true);
        Volatile.Write(ref _next, null);
    }
}
