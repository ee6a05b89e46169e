using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace ActorKube.Api.Tokens;

/// <summary>A signed JWT in its compact form: header, claims and signature (RFC 7515, section 7.1; RFC 7519).</summary>
public static class JsonWebToken
{
    /// <summary>Longer than any token that is issued here. What claims to be one costs nothing to refuse.</summary>
    private const int MaxLength = 16 * 1024;

    public static string Sign(ReadOnlySpan<byte> claims, SigningKey key)
    {
        var content = Base64Url.EncodeToString(Header(key)) + "." + Base64Url.EncodeToString(claims);
        return content + "." + Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(content)));
    }

    /// <summary>The claims of a token, whoever has signed it; null for what is no token.</summary>
    public static byte[]? ReadClaims(string token) => Split(token) is { } parts && TryDecode(token[parts.Claims], out var claims) ? claims : null;

    /// <summary>Whether one of the keys has signed the token. A token that names its key is checked by that one only.</summary>
    public static bool IsSignedBy(string token, IEnumerable<SigningKey> keys)
    {
        if (Split(token) is not { } parts || !TryDecode(token[parts.Header], out var header) || !TryDecode(token[parts.Signature], out var signature)
            || !TryReadHeader(header, out var keyId))
        {
            return false;
        }

        var content = Encoding.ASCII.GetBytes(token[..parts.Claims.End.Value]);
        return keys.Where(k => keyId is null || k.Id == keyId).Any(k => k.IsSignature(content, signature));
    }

    private static byte[] Header(SigningKey key)
    {
        var buffer = new ArrayBufferWriter<byte>(96);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("alg", SigningKey.Algorithm);
            writer.WriteString("kid", key.Id);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>False for any other algorithm: <c>none</c> and those with shared secrets above all.</summary>
    private static bool TryReadHeader(byte[] json, out string? keyId)
    {
        keyId = null;
        try
        {
            using var header = JsonDocument.Parse(json);
            if (header.RootElement.ValueKind != JsonValueKind.Object || !header.RootElement.TryGetProperty("alg", out var algorithm)
                || algorithm.ValueKind != JsonValueKind.String || !algorithm.ValueEquals(SigningKey.Algorithm))
            {
                return false;
            }

            keyId = header.RootElement.TryGetProperty("kid", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static (Range Header, Range Claims, Range Signature)? Split(string token)
    {
        if (token.Length > MaxLength)
        {
            return null;
        }

        var first = token.IndexOf('.', StringComparison.Ordinal);
        var second = first < 0 ? -1 : token.IndexOf('.', first + 1);
        return second < 0 || token.IndexOf('.', second + 1) >= 0 ? null : (..first, (first + 1)..second, (second + 1)..token.Length);
    }

    private static bool TryDecode(string text, out byte[] bytes)
    {
        bytes = [];
        if (!Base64Url.IsValid(text, out var length))
        {
            return false;
        }

        bytes = new byte[length];
        return Base64Url.TryDecodeFromChars(text, bytes, out _);
    }
}
