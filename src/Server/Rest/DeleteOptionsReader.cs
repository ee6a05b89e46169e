using System.Globalization;
using System.Text.Json;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;
using ActorKube.Api.Text;
using ActorKube.Engine.Commands;
using ActorKube.Server.Negotiation;
using ActorKube.Server.Requests;

namespace ActorKube.Server.Rest;

/// <summary>The options of a deletion: from the body where there is one, else from the query.</summary>
internal static class DeleteOptionsReader
{
    /// <exception cref="ApiException">400, 415 or 422.</exception>
    public static async ValueTask<DeleteOptions> ReadAsync(ApiRequest request)
    {
        var body = await RequestBody.ReadAsync(request.Http.Request, request.Aborted).ConfigureAwait(false);
        var options = body.IsEmpty ? FromQuery(request) : FromBody(body, request.Http.Request.ContentType ?? "");
        if (options.DryRun is null && request.Http.Request.Query.TryGetValue("dryRun", out var dryRun))
        {
            options = options with { DryRun = [.. dryRun.Select(d => d ?? "")] };
        }

        if (options.Kind is not (null or "DeleteOptions"))
        {
            throw ApiErrors.Of(500, "", $"no kind \"{options.Kind}\" is registered for version \"{options.ApiVersion}\" in scheme \"pkg/apis/meta/internalversion/scheme/register.go:27\"");
        }

        var errors = new FieldErrors();
        Validate(options, errors);
        return errors.Any ? throw ApiErrors.Invalid("DeleteOptions", "meta.k8s.io", "", errors.All) : options;
    }

    private static DeleteOptions FromQuery(ApiRequest request) => new()
    {
        GracePeriodSeconds = request.Query("gracePeriodSeconds") is { Length: > 0 } grace ? Number(grace) : null,
        PropagationPolicy = request.Query("propagationPolicy") is { Length: > 0 } policy ? policy : null,
        OrphanDependents = request.Query("orphanDependents") is { Length: > 0 } orphan ? orphan is not ("false" or "0") : null,
    };

    private static long Number(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw ApiErrors.BadRequest($"strconv.ParseInt: parsing \"{text}\": invalid syntax");

    private static DeleteOptions FromBody(ReadOnlyMemory<byte> body, string contentType)
    {
        try
        {
            return MediaType.Parse(contentType).Name switch
            {
                MediaType.Json or "" => ApiWriter.FromUtf8<DeleteOptions>(JsonRepair.Repair(body).Span),
                MediaType.Yaml => ApiWriter.FromUtf8<DeleteOptions>(JsonTree.ToUtf8(YamlReader.Read(body.Span).Root).Span),
                MediaType.Protobuf => FromProtobuf(body.Span),
                _ => throw ApiErrors.UnsupportedMediaType(
                    $"the body of the request was in an unknown format - accepted media types include: {AcceptNegotiation.Accepted}"),
            };
        }
        catch (Exception e) when (e is JsonException or ApiDecodeException or YamlTextException)
        {
            var why = e is JsonException ? GoJson.SyntaxError(body.Span) ?? e.Message : e.Message;
            throw ApiErrors.BadRequest($"couldn't get version/kind; json parse error: {why}");
        }
    }

    private static DeleteOptions FromProtobuf(ReadOnlySpan<byte> body)
    {
        var reader = new ProtoReader(ProtoEnvelope.Read(body).Raw.Span);
        return DeleteOptions.ReadProto(ref reader);
    }

    private static void Validate(DeleteOptions options, FieldErrors errors)
    {
        if (options is { PropagationPolicy: not null, OrphanDependents: not null })
        {
            errors.Invalid(FieldPath.Of("propagationPolicy"), options.PropagationPolicy, "orphanDependents and deletionPropagation cannot be both set");
        }

        if (options.PropagationPolicy is not (null or PropagationPolicies.Orphan or PropagationPolicies.Background or PropagationPolicies.Foreground))
        {
            errors.NotSupported(FieldPath.Of("propagationPolicy"), options.PropagationPolicy, ["Foreground", "Background", "Orphan", "nil"]);
        }

        WriteParameters.CheckDryRun(options.DryRun ?? [], errors);
    }
}
