using System.Buffers;
using System.Text.Json;

namespace ActorKube.Api.Tokens;

/// <summary>Claims as JSON, by the names that Kubernetes gives them. Times are whole seconds since 1970.</summary>
public static class TokenClaimsJson
{
    private const string Private = "kubernetes.io";
    private const string OldPrefix = "kubernetes.io/serviceaccount/";

    public static ReadOnlyMemory<byte> Write(TokenClaims claims)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            if (claims.Audiences.Count > 0)
            {
                writer.WriteStartArray("aud");
                foreach (var audience in claims.Audiences)
                {
                    writer.WriteStringValue(audience);
                }

                writer.WriteEndArray();
            }

            Time(writer, "exp", claims.Expires);
            Time(writer, "iat", claims.IssuedAt);
            writer.WriteString("iss", claims.Issuer);
            Text(writer, "jti", claims.Id);
            (claims.IsOfSecret ? (Action<Utf8JsonWriter, TokenClaims>)WriteOld : WritePrivate)(writer, claims);
            Time(writer, "nbf", claims.NotBefore);
            writer.WriteString("sub", claims.Subject);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Null for what doesn't say whose token it is.</summary>
    public static TokenClaims? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && Read(root) is { } claims && Text(root, "sub") == claims.Subject ? claims : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentOutOfRangeException or FormatException)
        {
            // Not JSON, or a time beyond all calendars.
            return null;
        }
    }

    private static TokenClaims? Read(JsonElement root)
    {
        var body = root.TryGetProperty(Private, out var found) && found.ValueKind == JsonValueKind.Object ? found : default;
        var isNew = body.ValueKind == JsonValueKind.Object;
        var account = isNew ? Reference(body, "serviceaccount") : OldReference(root, "service-account");
        var space = isNew ? Text(body, "namespace") : Text(root, OldPrefix + "namespace");
        return account is null || space is null || Text(root, "iss") is not { } issuer ? null : new TokenClaims
        {
            Issuer = issuer,
            Namespace = space,
            Account = account,
            Audiences = Audiences(root),
            Expires = Time(root, "exp"),
            IssuedAt = Time(root, "iat"),
            NotBefore = Time(root, "nbf"),
            Id = Text(root, "jti"),
            Pod = Reference(body, "pod"),
            Secret = isNew ? Reference(body, "secret") : OldReference(root, "secret"),
            Node = Reference(body, "node"),
            WarnAfter = isNew ? Time(body, "warnafter") : null,
        };
    }

    private static void WritePrivate(Utf8JsonWriter writer, TokenClaims claims)
    {
        writer.WriteStartObject(Private);
        writer.WriteString("namespace", claims.Namespace);
        Reference(writer, "node", claims.Node);
        Reference(writer, "pod", claims.Pod);
        Reference(writer, "secret", claims.Secret);
        Reference(writer, "serviceaccount", claims.Account);
        Time(writer, "warnafter", claims.WarnAfter);
        writer.WriteEndObject();
    }

    private static void WriteOld(Utf8JsonWriter writer, TokenClaims claims)
    {
        writer.WriteString(OldPrefix + "namespace", claims.Namespace);
        Text(writer, OldPrefix + "secret.name", claims.Secret?.Name);
        writer.WriteString(OldPrefix + "service-account.name", claims.Account.Name);
        Text(writer, OldPrefix + "service-account.uid", claims.Account.Uid);
    }

    private static void Reference(Utf8JsonWriter writer, string name, TokenReference? reference)
    {
        if (reference is not null)
        {
            writer.WriteStartObject(name);
            writer.WriteString("name", reference.Name);
            Text(writer, "uid", reference.Uid);
            writer.WriteEndObject();
        }
    }

    private static TokenReference? Reference(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var found) && Text(found, "name") is { } text ? new TokenReference(text, Text(found, "uid")) : null;

    private static TokenReference? OldReference(JsonElement root, string what) =>
        Text(root, $"{OldPrefix}{what}.name") is { } name ? new TokenReference(name, Text(root, $"{OldPrefix}{what}.uid")) : null;

    private static List<string> Audiences(JsonElement root)
    {
        if (!root.TryGetProperty("aud", out var audience))
        {
            return [];
        }

        var all = audience.ValueKind == JsonValueKind.Array ? audience.EnumerateArray() : Enumerable.Repeat(audience, 1);
        return [.. all.Where(static a => a.ValueKind == JsonValueKind.String).Select(static a => a.GetString()!)];
    }

    private static void Text(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String && found.GetString() is { Length: > 0 } text ? text : null;

    private static void Time(Utf8JsonWriter writer, string name, DateTimeOffset? time)
    {
        if (time is { } value)
        {
            writer.WriteNumber(name, value.ToUnixTimeSeconds());
        }
    }

    private static DateTimeOffset? Time(JsonElement element, string name) =>
        element.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Number ? DateTimeOffset.FromUnixTimeSeconds((long)found.GetDouble()) : null;
}
