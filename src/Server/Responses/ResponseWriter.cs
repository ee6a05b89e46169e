using System.Text.Json;
using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;
using ActorKube.Server.Negotiation;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Responses;

/// <summary>Writes an answer that is already JSON in the format that was negotiated.</summary>
public static class ResponseWriter
{
    private static readonly JsonWriterOptions Indented = JsonLimits.WriterOptions with { Indented = true, IndentSize = 2 };

    public static async Task WriteAsync(HttpContext http, int code, ReadOnlyMemory<byte> json, ResponseFormat format)
    {
        var body = format switch
        {
            { Encoding: Encoding.Yaml } => System.Text.Encoding.UTF8.GetBytes(Api.Text.YamlWriter.Write(json)),
            { Pretty: true } => Indent(json),
            _ => json,
        };
        await WriteEncodedAsync(http, code, body, format).ConfigureAwait(false);
    }

    /// <summary>Writes bytes that are already encoded as the format says.</summary>
    public static async Task WriteEncodedAsync(HttpContext http, int code, ReadOnlyMemory<byte> body, ResponseFormat format)
    {
        http.Response.StatusCode = code;
        http.Response.ContentType = format.ContentType;
        http.Response.ContentLength = body.Length;
        await http.Response.BodyWriter.WriteAsync(body, http.RequestAborted).ConfigureAwait(false);
    }

    public static Task WriteAsync(HttpContext http, Status status, ResponseFormat format) => format.Encoding == Encoding.Protobuf
        ? WriteEncodedAsync(http, status.Code == 0 ? 200 : status.Code, ProtoEnvelope.Write("v1", "Status", status.WriteProto), format)
        : WriteAsync(http, status.Code == 0 ? 200 : status.Code, Json.Of(status.Write), format);

    public static async Task WriteTextAsync(HttpContext http, int code, string text)
    {
        http.Response.StatusCode = code;
        http.Response.ContentType = "text/plain; charset=utf-8";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        await http.Response.WriteAsync(text, http.RequestAborted).ConfigureAwait(false);
    }

    private static ReadOnlyMemory<byte> Indent(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json, JsonLimits.DocumentOptions);
        return Json.Of(document.RootElement.WriteTo, Indented);
    }
}
