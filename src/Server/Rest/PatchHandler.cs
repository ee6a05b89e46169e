using System.Text.Json.Nodes;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Patches;
using ActorKube.Api.Serialization;
using ActorKube.Api.Text;
using ActorKube.Engine.Commands;
using ActorKube.Server.Negotiation;
using ActorKube.Server.Requests;
using ActorKube.Server.Responses;

namespace ActorKube.Server.Rest;

/// <summary>PATCH of an object or of a facet of it, in all forms but server-side apply.</summary>
public sealed class PatchHandler(ObjectCommands store, ApplyHandler apply, FacetAnswer answer)
{
    private const string Json = "application/json-patch+json";
    private const string Merge = "application/merge-patch+json";
    private const string Strategic = "application/strategic-merge-patch+json";
    private const string Apply = "application/apply-patch+yaml";

    public async Task HandleAsync(ApiRequest request, Facet facet)
    {
        var type = MediaType.Parse(request.Http.Request.ContentType ?? "").Name;
        if (type is not (Json or Merge or Strategic or Apply))
        {
            throw ApiErrors.Of(415, StatusReason.UnsupportedMediaType, "415: Unsupported Media Type", new StatusDetails());
        }

        var dryRun = WriteParameters.Check(request, "PatchOptions", errors => CheckApply(request, type == Apply, errors));
        var validation = FieldValidations.Parse(request.Query("fieldValidation"));
        if (type == Apply)
        {
            await apply.HandleAsync(request, facet, dryRun, validation).ConfigureAwait(false);
            return;
        }

        var body = await RequestBody.ReadAsync(request.Http.Request, request.Aborted).ConfigureAwait(false);
        var (patch, repeated) = Parse(body, type);
        var decoding = new PatchDecoding(facet, validation, type == Strategic ? patch : null, repeated);
        string? repeatedOwners = null;
        var update = new ObjectUpdate(request.Stored, request.Key, current =>
        {
            var shown = facet.Show(request.Kind.FromStored(current));
            var patched = Patched(type, facet, shown, patch);
            var next = RepeatedOwners.Drop(UrlIdentity.Check(request, decoding.Decode(patched)), isPatched: true, out repeatedOwners);
            return request.Kind.ToStored(facet.Merge(request.Kind.FromStored(current), next));
        })
        {
            Scope = facet.Scope,
            Validate = facet.Validate,
        };
        WriteResult result;
        try
        {
            result = await store.UpdateAsync(update, request.WriteOptions(dryRun), request.Aborted).ConfigureAwait(false);
        }
        finally
        {
            // What a strict patch says wrongly is its error, and no warning.
            var findings = validation == FieldValidation.Strict ? [] : decoding.Findings;
            WarningHeaders.Add(request.Http, repeatedOwners is null ? findings : [.. findings, repeatedOwners]);
        }

        WarningHeaders.Add(request.Http, result.Warnings);
        await answer.WriteAsync(request, facet, 200, result).ConfigureAwait(false);
    }

    private static (JsonNode? Patch, IReadOnlyList<string> Repeated) Parse(ReadOnlyMemory<byte> body, string type)
    {
        try
        {
            var text = JsonReader.Read(body);
            return (text.Root, type == Json ? [.. JsonPatchFindings.Of(text)] : text.DuplicateFields);
        }
        catch (JsonTextException e)
        {
            throw ApiErrors.BadRequest(type == Strategic ? e.Message : $"error decoding patch: {e.Message}");
        }
    }

    private static JsonNode Patched(string type, Facet facet, IApiObject shown, JsonNode? patch)
    {
        var document = JsonTree.ParseObject(facet.Kind.Write(shown).Span);
        try
        {
            return type switch
            {
                Json => JsonPatch.Apply(document, patch),
                Merge => JsonMergePatch.Apply(document, patch),
                _ => StrategicMergePatch.Apply(document, patch, facet.Kind.Model),
            };
        }
        catch (PatchException e)
        {
            throw e.Error switch
            {
                PatchError.Malformed => ApiErrors.BadRequest(e.Message),
                PatchError.Stuck => ApiErrors.Of(500, "", e.Message),
                PatchError.TooLarge => ApiErrors.TooLarge(e.Message),
                _ => ApiErrors.Of(422, StatusReason.Invalid, "the server rejected our request due to an error in our request", new StatusDetails()),
            };
        }
    }

    /// <summary>An apply names its manager; only an apply can be forced.</summary>
    private static void CheckApply(ApiRequest request, bool isApply, FieldErrors errors)
    {
        if (isApply && string.IsNullOrEmpty(request.Query("fieldManager")))
        {
            errors.Required(FieldPath.Of("fieldManager"), "is required for apply patch");
        }
        else if (!isApply && request.Query("force") is not null)
        {
            errors.Forbidden(FieldPath.Of("force"), "may not be specified for non-apply patch");
        }
    }
}
