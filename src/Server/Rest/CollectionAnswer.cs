using System.Buffers;
using System.Text.Json;
using ActorKube.Api.Errors;
using ActorKube.Engine.Commands;
using ActorKube.Server.Negotiation;
using ActorKube.Server.Requests;
using ActorKube.Server.Responses;

namespace ActorKube.Server.Rest;

/// <summary>Answers with a list of objects in the shape that the client asked for. The usual shape is a copy of the stored bytes.</summary>
public sealed class CollectionAnswer(EncoderCache encoders, TimeProvider time)
{
    internal Task WriteAsync(ApiRequest request, ListPage page) => request.Format switch
    {
        { Shape: Shape.Full, Encoding: Encoding.Json, Pretty: false } => WriteFullAsync(request, page),
        { Shape: Shape.Full, Encoding: Encoding.Protobuf } =>
            ResponseWriter.WriteEncodedAsync(request.Http, 200, encoders.For(request.Kind).Protobuf(page.Items, page.Metadata), request.Format),
        { Shape: Shape.MetadataList, Encoding: Encoding.Protobuf } =>
            ResponseWriter.WriteEncodedAsync(request.Http, 200, ObjectEncoder.ProtobufMetadata(page.Items.Select(i => i.Read(request.Stored).Metadata), page.Metadata, request.Format.Version), request.Format),
        _ => ResponseWriter.WriteAsync(request.Http, 200, Shaped(request, page), request.Format),
    };

    private async Task WriteFullAsync(ApiRequest request, ListPage page)
    {
        var encoder = encoders.For(request.Kind);
        var response = request.Http.Response;
        response.StatusCode = 200;
        response.ContentType = MediaType.Json;
        var writer = response.BodyWriter;
        writer.Write(Head(request, page).Span);
        var separator = "{"u8.ToArray();
        foreach (var item in page.Items)
        {
            writer.Write(separator);
            writer.Write(encoder.ItemTail(item).Span);
            separator = ",{"u8.ToArray();
            if (writer.UnflushedBytes > 256 * 1024)
            {
                await writer.FlushAsync(request.Aborted).ConfigureAwait(false);
            }
        }

        writer.Write("]}"u8);
        await writer.FlushAsync(request.Aborted).ConfigureAwait(false);
    }

    /// <summary>Everything before the first item.</summary>
    private static ReadOnlyMemory<byte> Head(ApiRequest request, ListPage page)
    {
        var json = Json.Of(w =>
        {
            w.WriteStartObject();
            w.WriteString("kind"u8, request.Kind.Name + "List");
            w.WriteString("apiVersion"u8, request.Kind.ApiVersion);
            w.WritePropertyName("metadata"u8);
            page.Metadata.Write(w);
            w.WriteStartArray("items"u8);
            w.WriteEndArray();
            w.WriteEndObject();
        });
        return json[..^2];
    }

    private ReadOnlyMemory<byte> Shaped(ApiRequest request, ListPage page)
    {
        var encoder = encoders.For(request.Kind);
        var version = request.Format.Version;
        return request.Format.Shape switch
        {
            Shape.Table => Json.Of(w => new TableWriter(request.Kind, encoder, version, RowObjects.Parse(request), time.GetUtcNow()).Write(w, page.Items, page.Metadata)),
            Shape.MetadataList => Json.Of(w => WriteMetadataList(w, request, page)),
            Shape.Full => Json.Of(w => WriteFull(w, request, page, encoder)),
            _ => throw ApiErrors.NotAcceptable($"you requested PartialObjectMetadata, but the requested object is a list (*{GoNames.Internal(request.Stored)}List)"),
        };
    }

    private static void WriteFull(Utf8JsonWriter writer, ApiRequest request, ListPage page, ObjectEncoder encoder)
    {
        var items = new ArrayBufferWriter<byte>();
        items.Write(Head(request, page).Span);
        for (var i = 0; i < page.Items.Count; i++)
        {
            items.Write(i == 0 ? "{"u8 : ",{"u8);
            items.Write(encoder.ItemTail(page.Items[i]).Span);
        }

        items.Write("]}"u8);
        writer.WriteRawValue(items.WrittenSpan, skipInputValidation: true);
    }

    private static void WriteMetadataList(Utf8JsonWriter writer, ApiRequest request, ListPage page)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, "PartialObjectMetadataList"u8);
        writer.WriteString("apiVersion"u8, "meta.k8s.io/" + request.Format.Version);
        writer.WritePropertyName("metadata"u8);
        page.Metadata.Write(writer);
        writer.WriteStartArray("items"u8);
        foreach (var item in page.Items)
        {
            ObjectEncoder.WriteMetadata(writer, item.Read(request.Stored).Metadata, request.Format.Version);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
