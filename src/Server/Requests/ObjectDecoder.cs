using System.Text.Json;
using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;
using ActorKube.Api.Text;
using ActorKube.Server.Negotiation;

namespace ActorKube.Server.Requests;

/// <summary>A body as the object that it should be, with what a lenient reader passed over.</summary>
public sealed record DecodedObject(IApiObject Value, IReadOnlyList<string> Warnings);

/// <summary>Decodes the body of a create or update. Errors are worded as Kubernetes' decoder words them.</summary>
public sealed class ObjectDecoder(KindRegistry kinds)
{
    private const int ExcerptLength = 30;

    private static readonly byte[] EmptyObject = "{}"u8.ToArray();

    /// <exception cref="ApiException">400 or 415.</exception>
    public DecodedObject Decode(Kind kind, ReadOnlyMemory<byte> body, string contentType, FieldValidation validation)
    {
        if (MediaType.Parse(contentType).Name == MediaType.Protobuf)
        {
            return new DecodedObject(DecodeProtobuf(kind, body), []);
        }

        var (json, findings) = ToJson(kind, body, contentType);
        var (apiVersion, name) = TypeOf(kind, json);
        CheckType(kind, apiVersion, name, body);
        var report = validation.Report();
        try
        {
            var value = kind.Read(json.Span, report);
            IReadOnlyList<string> all = report is null ? [] : [.. findings, .. report.Findings];
            return validation == FieldValidation.Strict && all.Count > 0
                ? throw Unhandled(kind, name ?? kind.Name, apiVersion, "strict decoding error: " + string.Join(", ", all))
                : new DecodedObject(value, all);
        }
        catch (ApiDecodeException e)
        {
            throw Unhandled(kind, name ?? kind.Name, apiVersion, e.Message);
        }
    }

    private IApiObject DecodeProtobuf(Kind kind, ReadOnlyMemory<byte> body)
    {
        try
        {
            var (apiVersion, name, raw) = ProtoEnvelope.Read(body.Span);
            CheckType(kind, apiVersion, name, body);
            return kind.ReadProto(raw.Span);
        }
        catch (ApiDecodeException e)
        {
            throw Unrecognized(kind, e.Message, body);
        }
    }

    private static (ReadOnlyMemory<byte> Json, IReadOnlyList<string> Findings) ToJson(Kind kind, ReadOnlyMemory<byte> body, string contentType)
    {
        switch (MediaType.Parse(contentType).Name)
        {
            case MediaType.Json or "":
                return (JsonRepair.Repair(body), []);
            case MediaType.Yaml:
                try
                {
                    var document = YamlReader.Read(body.Span);
                    return (document.Root is null ? EmptyObject : JsonTree.ToUtf8(document.Root), document.StrictError is { } repeated ? [repeated] : []);
                }
                catch (YamlTextException e)
                {
                    throw Unrecognized(kind, e.Message, body);
                }

            default:
                throw ApiErrors.UnsupportedMediaType(
                    $"the body of the request was in an unknown format - accepted media types include: {AcceptNegotiation.Accepted}");
        }
    }

    /// <summary>apiVersion and kind as the body states them; null where it doesn't.</summary>
    private static (string? ApiVersion, string? Kind) TypeOf(Kind kind, ReadOnlyMemory<byte> json)
    {
        try
        {
            return TypeHeader.Read(json.Span);
        }
        catch (Exception e) when (e is JsonException or ApiDecodeException)
        {
            var why = GoJson.SyntaxError(json.Span) ?? e.Message;
            throw Unrecognized(kind, $"couldn't get version/kind; json parse error: {why}", json);
        }
    }

    private void CheckType(Kind kind, string? apiVersion, string? name, ReadOnlyMemory<byte> body)
    {
        var version = apiVersion is null or "" ? kind.ApiVersion : apiVersion;
        if (version.Count(c => c == '/') > 1)
        {
            throw Unrecognized(kind, $"unexpected GroupVersion string: {version}", body);
        }

        var stated = name is null or "" ? kind.Name : name;
        if (version == kind.ApiVersion && stated == kind.Name)
        {
            return;
        }

        if (kinds.FindByName(version, stated) is { } other && (other.StoredAs ?? other) == (kind.StoredAs ?? kind))
        {
            throw ApiErrors.BadRequest($"the API version in the data ({version}) does not match the expected API version ({kind.ApiVersion})");
        }

        throw Unhandled(kind, stated, version, GoNames.Versioned(kinds, version, stated) is { } type
            ? $"converting ({type}) to ({GoNames.Internal(kind.StoredAs ?? kind)}): unknown conversion"
            : $"no kind \"{stated}\" is registered for version \"{version}\" in scheme \"pkg/api/legacyscheme/scheme.go:30\"");
    }

    private static ApiException Unhandled(Kind kind, string name, string? apiVersion, string why)
    {
        var version = apiVersion is { Length: > 0 } text ? text[(text.IndexOf('/', StringComparison.Ordinal) + 1)..] : kind.Version;
        return ApiErrors.BadRequest($"{name} in version \"{version}\" cannot be handled as a {kind.Name}: {why}");
    }

    private static ApiException Unrecognized(Kind kind, string why, ReadOnlyMemory<byte> body) =>
        ApiErrors.BadRequest($"the object provided is unrecognized (must be of type {kind.Name}): {why} ({Excerpt(body.Span)})");

    /// <summary>The beginning of a body as the message shows it: text, or hexadecimal digits where it doesn't look like an object.</summary>
    private static string Excerpt(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
        {
            return "<empty>";
        }

        var cut = body[..Math.Min(body.Length, ExcerptLength)];
        var text = body[0] == (byte)'{' ? System.Text.Encoding.UTF8.GetString(cut) : Convert.ToHexStringLower(cut);
        return body.Length > ExcerptLength ? text + " ..." : text;
    }
}
