using System.Text.Json.Nodes;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
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
        var body = await RequestBody.ReadAsync(request.Http.Request, request.Aborted).ConfigureAwait(false);
        var document = Parse(body);
        var repeated = document.StrictError is { } twice && validation != FieldValidation.Ignore ? "error converting YAML to JSON: " + twice : null;
        var run = new ApplyRequest(request, facet, managers.For(facet.Kind, request.Kind, request.Path.Subresource).Manager, Config(document), manager, request.Flag("force"), validation);
        var update = new ObjectUpdate(request.Stored, request.Key, current => Strictly(repeated, validation, run.OnExisting(current, store.Time.GetUtcNow())))
        {
            Scope = facet.Scope,
            Validate = facet.Validate,
            CreateInstead = facet.Scope == UpdateScope.Main ? () => Strictly(repeated, validation, run.OnMissing(store.Time.GetUtcNow())) : null,
        };
        await DefaultAccount.AwaitAsync(request, store).ConfigureAwait(false);
        var options = request.WriteOptions(dryRun) with { BringsManagedFields = true };
        var result = await store.UpdateAsync(update, options, request.Aborted).ConfigureAwait(false);
        WarningHeaders.Add(request.Http, repeated is null ? run.Findings : [repeated, .. run.Findings]);
        WarningHeaders.Add(request.Http, result.Warnings);
        await answer.WriteAsync(request, facet, result.Created ? 201 : 200, result).ConfigureAwait(false);
    }

    private static YamlDocument Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return YamlReader.Read(body.Span);
        }
        catch (YamlTextException e)
        {
            throw ApiErrors.BadRequest($"error decoding YAML: error converting YAML to JSON: {e.Message}");
        }
    }

    private static JsonObject Config(YamlDocument document) => document.Root switch
    {
        null => [],
        JsonObject config => config,
        var other => throw ApiErrors.BadRequest(
            $"error decoding YAML: error unmarshaling JSON: while decoding JSON: json: cannot unmarshal {GoJson.TypeName(other)} into Go value of type map[string]interface {{}}"),
    };

    /// <summary>Repeated keys are looked at last, when the apply itself has gone well.</summary>
    private static IApiObject Strictly(string? repeated, FieldValidation validation, IApiObject applied) =>
        repeated is not null && validation == FieldValidation.Strict ? throw ApiErrors.BadRequest($"error strict decoding YAML: {repeated}") : applied;
}
