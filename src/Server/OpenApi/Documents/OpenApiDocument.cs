using System.Security.Cryptography;
using System.Text.Json;

namespace ActorKube.Server.OpenApi.Documents;

/// <summary>A document as it is sent, with the hash by which clients tell whether they have it already.</summary>
internal sealed class OpenApiDocument
{
    private OpenApiDocument(ReadOnlyMemory<byte> json)
    {
        Json = json;
        Hash = Convert.ToHexString(SHA512.HashData(json.Span));
    }

    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>SHA-512 of the bytes, as hexadecimal digits.</summary>
    public string Hash { get; }

    public string Tag => $"\"{Hash}\"";

    public static OpenApiDocument Of(Action<Utf8JsonWriter> write) => new(Responses.Json.Of(write));
}
