using System.Buffers.Text;
using ActorKube.Api.Serialization;

namespace ActorKube.Engine.Objects;

/// <summary>
/// One version of an object as views hold and serve it: its JSON carries the revision as <c>resourceVersion</c>, so that GET, LIST
/// and WATCH only copy bytes. Immutable and thread-safe.
/// </summary>
public sealed class StoredObject
{
    private WeakReference<object>? _parsed;
    private object? _digest;

    /// <summary>Makes the object that an append of <paramref name="state"/> at <paramref name="revision"/> brought about.</summary>
    public StoredObject(ObjectKey key, long version, long revision, ObjectState state)
    {
        Key = key;
        Version = version;
        Revision = revision;
        Header = state.Header;
        Json = Splice(state, revision);
    }

    public ObjectKey Key { get; }

    /// <summary>Counts the changes of this object from 1; what the next append must expect.</summary>
    public long Version { get; }

    /// <summary>The cluster-wide revision of this version: Kubernetes' <c>resourceVersion</c>.</summary>
    public long Revision { get; }

    public ObjectHeader Header { get; }

    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>
    /// The typed form. It is remembered weakly: reconciling again does not parse again, while an idle object costs its bytes only.
    /// Two threads may both parse; both results are good. <paramref name="parse"/> must return an immutable value.
    /// </summary>
    public T As<T>(Func<ReadOnlyMemory<byte>, T> parse)
        where T : class
    {
        if (_parsed is { } weak && weak.TryGetTarget(out var known) && known is T typed)
        {
            return typed;
        }

        var fresh = parse(Json);
        _parsed = new WeakReference<object>(fresh);
        return fresh;
    }

    /// <summary>
    /// A few facts about this version that are asked for again and again, kept for as long as it is. Unlike the typed form they cost memory while the object is
    /// idle, so they must be small. There is one digest an object; <paramref name="make"/> must return an immutable value.
    /// </summary>
    public T Digest<T>(Func<StoredObject, T> make)
        where T : class
    {
        if (Volatile.Read(ref _digest) is T known)
        {
            return known;
        }

        var fresh = make(this);
        Volatile.Write(ref _digest, fresh);
        return fresh;
    }

    /// <summary>Whether a state, written as this one was, says the same, whatever the order of its maps.</summary>
    public bool Says(ObjectState state)
    {
        var own = Json.Span;
        var other = state.Json.Span;
        var offset = state.RevisionOffset;
        var digits = own.Length - other.Length;
        return digits == Digits(Revision)
            && ((own[..offset].SequenceEqual(other[..offset]) && own[(offset + digits)..].SequenceEqual(other[offset..])) || JsonEquality.Same(own, Splice(state, Revision)));
    }

    /// <summary>The same state under another revision: how a watcher is told that the object left what it watches.</summary>
    public StoredObject At(long revision)
    {
        // Nothing before the object's own metadata has such a field, and a quote inside a text is escaped.
        var json = Json.Span;
        ReadOnlySpan<byte> field = "\"resourceVersion\":\""u8;
        var start = json.IndexOf(field) + field.Length;
        var length = json[start..].IndexOf((byte)'"');
        var empty = new byte[json.Length - length];
        json[..start].CopyTo(empty);
        json[(start + length)..].CopyTo(empty.AsSpan(start));
        return new StoredObject(Key, Version, revision, ObjectState.Parse(empty));
    }

    private static int Digits(long revision)
    {
        var digits = 1;
        for (; revision >= 10; revision /= 10)
        {
            digits++;
        }

        return digits;
    }

    private static byte[] Splice(ObjectState state, long revision)
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(revision, digits, out var length);
        var source = state.Json.Span;
        var offset = state.RevisionOffset;
        var result = GC.AllocateUninitializedArray<byte>(source.Length + length);
        source[..offset].CopyTo(result);
        digits[..length].CopyTo(result.AsSpan(offset));
        source[offset..].CopyTo(result.AsSpan(offset + length));
        return result;
    }
}
