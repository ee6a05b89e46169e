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
        CheckType(kind, apiVersion, name);
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
            CheckType(kind, apiVersion, name);
            return kind.ReadProto(raw.Span);
        }
        catch (ApiDecodeException e)
        {
            throw Unrecognized(kind, e.Message, Convert.ToHexStringLower(body.Span[..Math.Min(body.Length, 30)]));
        }
    }

    private static (ReadOnlyMemory<byte> Json, IReadOnlyList<string> Findings) ToJson(Kind kind, ReadOnlyMemory<byte> body, string contentType)
    {
        switch (MediaType.Parse(contentType).Name)
        {
            case MediaType.Json or "":
                return (JsonUnicode.Repair(body), []);
            case MediaType.Yaml:
                try
                {
                    var document = YamlReader.Read(body.Span);
                    return (document.Root is null ? EmptyObject : JsonTree.ToUtf8(document.Root), document.StrictError is { } repeated ? [repeated] : []);
                }
                catch (YamlTextException e)
                {
                    throw Unrecognized(kind, e.Message, Convert.ToHexStringLower(body.Span[..Math.Min(body.Length, 30)]) + (body.Length > 30 ? " ..." : ""));
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
            var why = e is ApiDecodeException ? e.Message : JsonSyntax.FindError(json.Span);
            throw Unrecognized(kind, $"couldn't get version/kind; json parse error: {why}", GoJson.Excerpt(json.Span));
        }
    }

    private void CheckType(Kind kind, string? apiVersion, string? name)
    {
        var version = apiVersion is null or "" ? kind.ApiVersion : apiVersion;
        if (version.Count(c => c == '/') > 1)
        {
            throw Unrecognized(kind, $"unexpected GroupVersion string: {version}", $"{{\"apiVersion\":\"{version}\",\"kind\":\"{name}"[..Math.Min(30, version.Length + 24)] + " ...");
        }

        var stated = name is null or "" ? kind.Name : name;
        if (version == kind.ApiVersion && stated == kind.Name)
        {
            return;
        }

        throw Unhandled(kind, stated, version, kinds.FindByName(version, stated) is { } other
            ? $"converting ({GoNames.Versioned(other)}) to ({GoNames.Internal(kind)}): unknown conversion"
            : $"no kind \"{stated}\" is registered for version \"{version}\" in scheme \"pkg/api/legacyscheme/scheme.go:30\"");
    }

    private static ApiException Unhandled(Kind kind, string name, string? apiVersion, string why)
    {
        var version = apiVersion is { Length: > 0 } text ? text[(text.IndexOf('/', StringComparison.Ordinal) + 1)..] : kind.Version;
        return ApiErrors.BadRequest($"{name} in version \"{version}\" cannot be handled as a {kind.Name}: {why}");
    }

    private static ApiException Unrecognized(Kind kind, string why, string excerpt) =>
        ApiErrors.BadRequest($"the object provided is unrecognized (must be of type {kind.Name}): {why} ({excerpt})");
}
