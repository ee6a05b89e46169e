namespace ActorKube.Engine.Objects;

/// <summary>
/// A whole object as the journal keeps it: UTF-8 JSON whose <c>metadata.resourceVersion</c> is the empty string, because the
/// revision is not known before the append. Readers splice it in (<see cref="StoredObject"/>). Parsing up front, on the caller's
/// thread, is what keeps states that no view could read out of the journal. Immutable; the bytes must not be changed by anybody.
/// </summary>
public sealed class ObjectState
{
    private ObjectState(ReadOnlyMemory<byte> json, ObjectHeader header, int revisionOffset) =>
        (Json, Header, RevisionOffset) = (json, header, revisionOffset);

    public ReadOnlyMemory<byte> Json { get; }

    public ObjectHeader Header { get; }

    /// <summary>Offset in <see cref="Json"/>, in bytes, at which the digits of the revision belong.</summary>
    public int RevisionOffset { get; }

    /// <summary>Checks and reads the metadata. What follows it is the caller's responsibility.</summary>
    /// <exception cref="FormatException">No JSON object, no metadata, or no empty <c>resourceVersion</c> in it.</exception>
    public static ObjectState Parse(ReadOnlyMemory<byte> json)
    {
        var header = ObjectHeaderReader.Read(json.Span, out var revisionOffset);
        return new ObjectState(json, header, revisionOffset);
    }
}
