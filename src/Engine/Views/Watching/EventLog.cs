using ActorKube.Engine.Journals;

namespace ActorKube.Engine.Views.Watching;

/// <summary>
/// The recent events of one resource: chunks in a linked list, written by the view alone and read without locks by any number of
/// cursors, each with a place of its own and no queue.
/// Trimming takes chunks off the front and cuts their links, so that a watcher that has stopped reading holds no more than its chunk. It finds
/// its way back by revision, or learns that it has expired.
/// </summary>
internal sealed class EventLog
{
    private EventChunk _head = new();
    private EventChunk _tail;
    private long _floor;
    private int _count;
    private TaskCompletionSource? _signal;

    public EventLog(long floor) => (_tail, _floor) = (_head, floor);

    /// <summary>Every event above this revision is here.</summary>
    public long Floor => Volatile.Read(ref _floor);

    /// <summary>The writer's, before the first event: there is no history up to this revision.</summary>
    public void StartAt(long floor) => Volatile.Write(ref _floor, floor);

    /// <summary>The writer's: adds an event that is not yet announced.</summary>
    public void Append(ObjectEvent item, DateTimeOffset time)
    {
        if (_tail.IsFull)
        {
            var next = new EventChunk();
            _tail.LinkTo(next);
            _tail = next;
        }

        _tail.Add(item, time);
        _count++;
    }

    /// <summary>The writer's: drops the oldest chunks while they exceed the limits. The newest chunk always stays.</summary>
    public void Trim(int maxEvents, DateTimeOffset notBefore)
    {
        while (_head != _tail && (_count - _head.Count >= maxEvents || _head.LastTime < notBefore))
        {
            var dropped = _head;
            Volatile.Write(ref _floor, dropped.LastRevision);
            Volatile.Write(ref _head, dropped.Next!);
            _count -= dropped.Count;
            dropped.Trim();
        }
    }

    /// <summary>The writer's: wakes those who wait for more.</summary>
    public void Announce() => Interlocked.Exchange(ref _signal, null)?.TrySetResult();

    /// <summary>Completes with the next announcement. Take it first, then look whether there is something already.</summary>
    public Task NextAnnouncement()
    {
        var signal = Volatile.Read(ref _signal);
        if (signal is null)
        {
            var fresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            signal = Interlocked.CompareExchange(ref _signal, fresh, null) ?? fresh;
        }

        return signal.Task;
    }

    /// <summary>The chunk that holds, or will hold, the first event above a revision.</summary>
    /// <exception cref="RevisionExpiredException">Events above the revision were dropped already.</exception>
    public EventChunk Seek(long revision)
    {
        while (true)
        {
            var chunk = Volatile.Read(ref _head);
            while (chunk.IsFull && chunk.LastRevision <= revision && chunk.Next is { } next)
            {
                chunk = next;
            }

            // Looked at last: chunks that were trimmed under our feet are below the floor.
            if (revision < Floor)
            {
                throw new RevisionExpiredException(revision, Floor);
            }

            if (!chunk.IsTrimmed)
            {
                return chunk;
            }
        }
    }
}
