using System.Text.Json;
using System.Text.Json.Nodes;
using ActorKube.Api.Errors;
using ActorKube.Api.Text;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Fields;
using ActorKube.Server.Requests;
using ActorKube.Server.Responses;

namespace ActorKube.Server.Rest;

/// <summary>PATCH with <c>application/apply-patch+yaml</c>: server-side apply.</summary>
public sealed class ApplyHandler(ObjectCommands store, FieldManagers managers, FacetAnswer answer)
{
    public async Task HandleAsync(ApiRequest request, Facet facet, bool dryRun, FieldValidation validation)
    {
        var manager = request.Query("fieldManager") ?? "";
        if (manager.Length == 0)
        {
            var errors = new FieldErrors();
            errors.Required(FieldPath.Of("fieldManager"), "is required for apply patch");
            throw ApiErrors.Invalid("PatchOptions", "meta.k8s.io", "", errors.All);
        }

        var body = await RequestBody.ReadAsync(request.Http.Request, request.Aborted).ConfigureAwait(false);
        var run = new ApplyRequest(request, facet, managers.For(facet.Kind, request.Kind, request.Path.Subresource).Manager, Parse(body, validation), manager, request.Flag("force"), validation);
        var update = new ObjectUpdate(request.Stored, request.Key, current => run.OnExisting(current, store.Time.GetUtcNow()))
        {
            Scope = facet.Scope,
            Validate = facet.Validate,
            CreateInstead = facet.Scope == UpdateScope.Main ? () => run.OnMissing(store.Time.GetUtcNow()) : null,
        };
        await DefaultAccount.AwaitAsync(request, store).ConfigureAwait(false);
        var options = request.WriteOptions(dryRun) with { BringsManagedFields = true };
        var result = await store.UpdateAsync(update, options, request.Aborted).ConfigureAwait(false);
        WarningHeaders.Add(request.Http, run.Findings);
        WarningHeaders.Add(request.Http, result.Warnings);
        await answer.WriteAsync(request, facet, result.Created ? 201 : 200, result).ConfigureAwait(false);
    }

    private static JsonObject Parse(ReadOnlyMemory<byte> body, FieldValidation validation)
    {
        YamlDocument document;
        try
        {
            document = YamlReader.Read(body.Span);
        }
        catch (YamlTextException e)
        {
            throw ApiErrors.BadRequest($"error decoding YAML: error converting YAML to JSON: {e.Message}");
        }

        if (validation == FieldValidation.Strict && document.StrictError is { } repeated)
        {
            throw ApiErrors.BadRequest($"error decoding YAML: error unmarshaling JSON: {repeated}");
        }

        return document.Root switch
        {
            null => [],
            JsonObject config => config,
            var other => throw ApiErrors.BadRequest(
                $"error decoding YAML: error unmarshaling JSON: while decoding JSON: json: cannot unmarshal {Found(other)} into Go value of type map[string]interface {{}}"),
        };
    }

    private static string Found(JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        _ => "bool",
    };
}
