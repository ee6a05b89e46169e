using System.Buffers;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views.Watching;
using ActorKube.Server.Negotiation;
using ActorKube.Server.Requests;
using ActorKube.Server.Responses;

namespace ActorKube.Server.Rest;

/// <summary>The lines of a watch's answer, in the shape that the client asked for.</summary>
internal sealed class WatchFrames(ApiRequest request, EncoderCache encoders, TimeProvider time)
{
    private readonly ObjectEncoder _encoder = encoders.For(request.Kind);
    private bool _columnsSent;

    /// <summary>A change as it concerns this watcher. The usual line, of the whole object under the change's own type, is made once for all.</summary>
    public ReadOnlyMemory<byte> Of(ObjectEvent change, ObjectEventType type)
    {
        if (request.Format is not { Shape: Shape.Full, Encoding: Encoding.Json })
        {
            return Line(Name(type), Shaped(Shown(change, type)));
        }

        return type == change.Type
            ? change.GetOrAddFrame(_encoder, e => Line(Name(e.Type), _encoder.Full(e.Object)))
            : Line(Name(type), _encoder.Full(Shown(change, type)));
    }

    public ReadOnlyMemory<byte> Added(StoredObject item) => Line("ADDED"u8, Shaped(item));

    public static ReadOnlyMemory<byte> Error(Status status) => Line("ERROR"u8, Json.Of(status.Write));

    /// <param name="isEndOfState">Marks the end of the initial events.</param>
    public ReadOnlyMemory<byte> Bookmark(long revision, bool isEndOfState)
    {
        var kind = request.Kind;
        var annotations = isEndOfState ? InitialEventsEnd.Annotations(kind) : null;
        var empty = kind.Read("{}"u8).With(kind.ApiVersion, kind.Name).With(new ObjectMeta { ResourceVersion = Revisions.Text(revision), Annotations = annotations });
        return Line("BOOKMARK"u8, kind.Write(empty));
    }

    /// <summary>The object that goes with the event: of one that ceased to match the state that did, under the revision of the change.</summary>
    private static StoredObject Shown(ObjectEvent change, ObjectEventType type) =>
        type == ObjectEventType.Deleted && change.Type != ObjectEventType.Deleted ? change.Previous!.At(change.Revision) : change.Object;

    private ReadOnlyMemory<byte> Shaped(StoredObject item)
    {
        switch (request.Format.Shape)
        {
            case Shape.Full:
                return _encoder.Full(item);
            case Shape.Table:
                var table = new TableWriter(request.Kind, _encoder, request.Format.Version, RowObjects.Parse(request), time.GetUtcNow());
                var metadata = new ListMeta { ResourceVersion = Revisions.Text(item.Revision) };
                var json = Json.Of(w => table.Write(w, [item], metadata, withColumns: !_columnsSent));
                _columnsSent = true;
                return json;
            default:
                return Json.Of(w => ObjectEncoder.WriteMetadata(w, item.Read(request.Stored).Metadata with { ResourceVersion = Revisions.Text(item.Revision) }, request.Format.Version));
        }
    }

    private static ReadOnlySpan<byte> Name(ObjectEventType type) => type switch
    {
        ObjectEventType.Added => "ADDED"u8,
        ObjectEventType.Modified => "MODIFIED"u8,
        _ => "DELETED"u8,
    };

    private static ReadOnlyMemory<byte> Line(ReadOnlySpan<byte> type, ReadOnlyMemory<byte> json)
    {
        var line = new ArrayBufferWriter<byte>(json.Length + 40);
        line.Write("{\"type\":\""u8);
        line.Write(type);
        line.Write("\",\"object\":"u8);
        line.Write(json.Span);
        line.Write("}\n"u8);
        return line.WrittenMemory;
    }
}
