using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Views.Watching;

/// <summary>
/// A change as watchers see it, shared by all of them. Frames that one watcher has encoded are kept for the others as long as the event is in the
/// window. Thread-safe.
/// </summary>
public sealed class ObjectEvent(ObjectEventType type, StoredObject item, StoredObject? previous)
{
    private FrameNode? _frames;

    public ObjectEventType Type { get; } = type;

    /// <summary>The object after the change; of a deletion its last state, with the revision of the deletion.</summary>
    public StoredObject Object { get; } = item;

    /// <summary>The object before the change, by which a watcher with a selector knows what entered or left its view; null for Added.</summary>
    public StoredObject? Previous { get; } = previous;

    public long Revision => Object.Revision;

    /// <summary>
    /// The event in some encoding, encoded once. <paramref name="encoding"/> is compared by reference: use one static object for each encoding.
    /// Two watchers at the same moment may both encode; one result is kept.
    /// </summary>
    public ReadOnlyMemory<byte> GetOrAddFrame(object encoding, Func<ObjectEvent, ReadOnlyMemory<byte>> encode)
    {
        var seen = Volatile.Read(ref _frames);
        for (var node = seen; node is not null; node = node.Next)
        {
            if (ReferenceEquals(node.Encoding, encoding))
            {
                return node.Frame;
            }
        }

        var added = new FrameNode(encoding, encode(this), seen);
        Interlocked.CompareExchange(ref _frames, added, seen);
        return added.Frame;
    }

    private sealed record FrameNode(object Encoding, ReadOnlyMemory<byte> Frame, FrameNode? Next);
}
