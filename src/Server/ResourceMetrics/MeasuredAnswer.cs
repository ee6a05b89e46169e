using System.Text.Json;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Server.Negotiation;
using ActorKube.Server.Requests;
using ActorKube.Server.Responses;
using ActorKube.Server.Rest;

namespace ActorKube.Server.ResourceMetrics;

/// <summary>Answers with objects that are not stored and have no revision, in the shape that the client asked for. Whoever wants protobuf gets JSON.</summary>
internal sealed class MeasuredAnswer(TimeProvider time)
{
    public Task WriteAsync(ApiRequest request, IApiObject value) => WriteAsync(request, request.Format.Shape switch
    {
        Shape.Full => request.Kind.Write(value),
        Shape.Table => Table(request, [value]),
        Shape.Metadata => Json.Of(w => ObjectEncoder.WriteMetadata(w, value.Metadata, request.Format.Version)),
        _ => throw ApiErrors.NotAcceptable("you requested PartialObjectMetadataList, but the requested object is not a list"),
    });

    public Task WriteAsync(ApiRequest request, IReadOnlyList<IApiObject> values) => WriteAsync(request, request.Format.Shape switch
    {
        Shape.Full => Json.Of(w => WriteList(w, request.Kind.Name + "List", request.Kind.ApiVersion, values, v => w.WriteRawValue(request.Kind.Write(v).Span, skipInputValidation: true))),
        Shape.Table => Table(request, values),
        Shape.MetadataList => Json.Of(w => WriteList(
            w, "PartialObjectMetadataList", "meta.k8s.io/" + request.Format.Version, values, v => ObjectEncoder.WriteMetadata(w, v.Metadata, request.Format.Version))),
        _ => throw ApiErrors.NotAcceptable("you requested PartialObjectMetadata, but the requested object is a list"),
    });

    private static Task WriteAsync(ApiRequest request, ReadOnlyMemory<byte> json)
    {
        var format = request.Format.Encoding == Encoding.Protobuf ? request.Format with { Encoding = Encoding.Json } : request.Format;
        return ResponseWriter.WriteAsync(request.Http, 200, json, format);
    }

    private static void WriteList(Utf8JsonWriter writer, string kind, string apiVersion, IReadOnlyList<IApiObject> values, Action<IApiObject> write)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, kind);
        writer.WriteString("apiVersion"u8, apiVersion);
        writer.WriteStartObject("metadata"u8);
        writer.WriteEndObject();
        writer.WriteStartArray("items"u8);
        foreach (var value in values)
        {
            write(value);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private ReadOnlyMemory<byte> Table(ApiRequest request, IReadOnlyList<IApiObject> values) => Json.Of(w =>
        new TableWriter(request.Kind, new ObjectEncoder(request.Kind), request.Format.Version, RowObjects.Parse(request), time.GetUtcNow())
            .Write(w, values.Select(v => ObjectAnswer.Unstored(request.Kind, v)), new ListMeta()));
}
