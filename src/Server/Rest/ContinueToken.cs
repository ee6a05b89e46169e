using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using ActorKube.Api.Errors;
using ActorKube.Api.Text;
using ActorKube.Engine.Objects;

namespace ActorKube.Server.Rest;

/// <summary>Where the next page of a list begins, and the revision that all its pages show.</summary>
/// <param name="After">The last object of the page before. Its name need not exist any more.</param>
public sealed record ContinueToken(long Revision, ObjectKey After)
{
    private const string TokenVersion = "meta.k8s.io/v1";

    /// <summary>Unpadded base64url of <c>{"v":"meta.k8s.io/v1","rv":REVISION,"start":"[NAMESPACE/]NAME\u0000"}</c>.</summary>
    public string Encode(bool acrossNamespaces)
    {
        var start = (acrossNamespaces && After.Namespace.Length > 0 ? $"{After.Namespace}/{After.Name}" : After.Name) + '\0';
        var json = Responses.Json.Of(w =>
        {
            w.WriteStartObject();
            w.WriteString("v"u8, TokenVersion);
            w.WriteNumber("rv"u8, Revision);
            w.WriteString("start"u8, start);
            w.WriteEndObject();
        });
        return Base64Url.EncodeToString(json.Span);
    }

    /// <exception cref="ApiException">400.</exception>
    public static ContinueToken Decode(string text, string resource, string @namespace)
    {
        if (!GoBase64.TryDecodeUrl(text, out var bytes, out var badAt))
        {
            throw Invalid(string.Create(CultureInfo.InvariantCulture, $"illegal base64 data at input byte {badAt}"));
        }

        try
        {
            using var json = JsonDocument.Parse(bytes);
            var root = json.RootElement;
            if (root.GetProperty("v").GetString() != TokenVersion)
            {
                throw Invalid("server does not recognize this encoded version");
            }

            var start = root.GetProperty("start").GetString() ?? "";
            if (start.Contains("..", StringComparison.Ordinal) || start.Length == 0)
            {
                throw Invalid(start);
            }

            var name = start.TrimEnd('\0');
            var slash = name.IndexOf('/', StringComparison.Ordinal);
            var key = slash < 0 ? new ObjectKey(resource, @namespace, name) : new ObjectKey(resource, name[..slash], name[(slash + 1)..]);
            return new ContinueToken(root.GetProperty("rv").GetInt64(), key);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw Invalid(GoJson.SyntaxError(bytes) ?? "server does not recognize this encoded version");
        }
    }

    private static ApiException Invalid(string why) => ApiErrors.BadRequest($"invalid continue token: continue key is not valid: {why}");
}
