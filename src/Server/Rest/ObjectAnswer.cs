using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Server.Negotiation;
using ActorKube.Server.Requests;
using ActorKube.Server.Responses;

namespace ActorKube.Server.Rest;

/// <summary>Answers with one object in the shape that the client asked for.</summary>
public sealed class ObjectAnswer(EncoderCache encoders, TimeProvider time)
{
    public Task WriteAsync(ApiRequest request, int code, StoredObject stored) => request.Format switch
    {
        { Shape: Shape.Full, Encoding: Encoding.Protobuf } => WriteProtobufAsync(request, code, stored.Read(request.Stored)),
        { Shape: Shape.Metadata, Encoding: Encoding.Protobuf } => WriteMetadataAsync(request, code, stored.Read(request.Stored)),
        { Shape: Shape.Full } => ResponseWriter.WriteAsync(request.Http, code, encoders.For(request.Kind).Full(stored), request.Format),
        _ => WriteShapedAsync(request, code, stored),
    };

    /// <summary>As above, of an object that isn't in the journal: the result of a dry run.</summary>
    public Task WriteAsync(ApiRequest request, int code, IApiObject value, StoredObject? stored) => stored is not null
        ? WriteAsync(request, code, stored)
        : request.Format is { Shape: Shape.Full, Encoding: Encoding.Protobuf } ? WriteProtobufAsync(request, code, value)
        : request.Format.Shape == Shape.Full
            ? ResponseWriter.WriteAsync(request.Http, code, encoders.For(request.Kind).Full(value), request.Format)
            : WriteShapedAsync(request, code, Unstored(request.Stored, value));

    private Task WriteProtobufAsync(ApiRequest request, int code, IApiObject value) =>
        ResponseWriter.WriteEncodedAsync(request.Http, code, encoders.For(request.Kind).Protobuf(value), request.Format);

    private static Task WriteMetadataAsync(ApiRequest request, int code, IApiObject value) =>
        ResponseWriter.WriteEncodedAsync(request.Http, code, ObjectEncoder.ProtobufMetadata(value.Metadata, request.Format.Version), request.Format);

    private Task WriteShapedAsync(ApiRequest request, int code, StoredObject stored)
    {
        var version = request.Format.Version;
        var json = request.Format.Shape switch
        {
            Shape.Table => Json.Of(w => Table(request, version).Write(w, [stored], Metadata(request, stored))),
            Shape.Metadata => Json.Of(w => ObjectEncoder.WriteMetadata(w, stored.Read(request.Stored).Metadata, version)),
            _ => throw ApiErrors.NotAcceptable($"you requested PartialObjectMetadataList, but the requested object is not a list (*{GoNames.Internal(request.Stored)})"),
        };
        return ResponseWriter.WriteAsync(request.Http, code, json, request.Format);
    }

    private TableWriter Table(ApiRequest request, string version) =>
        new(request.Kind, encoders.For(request.Kind), version, RowObjects.Parse(request), time.GetUtcNow());

    private static ListMeta Metadata(ApiRequest request, StoredObject stored) =>
        new() { ResourceVersion = stored.Read(request.Stored).Metadata.ResourceVersion };

    /// <summary>An object that isn't in the journal, as if it were.</summary>
    internal static StoredObject Unstored(Kind kind, IApiObject value)
    {
        var state = ObjectState.Parse(kind.Write(value.With(value.Metadata with { ResourceVersion = "" })));
        return new StoredObject(new ObjectKey(kind.Resource, value.Metadata.Namespace ?? "", value.Metadata.Name ?? ""), 0, 0, state);
    }
}
