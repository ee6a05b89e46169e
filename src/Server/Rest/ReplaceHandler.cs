using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Server.Requests;
using ActorKube.Server.Responses;

namespace ActorKube.Server.Rest;

/// <summary>PUT of an object or of its status.</summary>
public sealed class ReplaceHandler(ObjectStore store, ObjectDecoder decoder, ObjectAnswer answer)
{
    public async Task HandleAsync(ApiRequest request, UpdateScope scope)
    {
        var dryRun = WriteParameters.Check(request, "UpdateOptions");
        var validation = FieldValidations.Parse(request.Query("fieldValidation"), "UpdateOptions");
        var body = await RequestBody.ReadAsync(request.Http.Request, request.Aborted).ConfigureAwait(false);
        var decoded = decoder.Decode(request.Kind, body, request.Http.Request.ContentType ?? "", validation);
        var value = Named(request, CreateHandler.InNamespace(request, decoded.Value));
        WarningHeaders.Add(request.Http, decoded.Warnings);

        var next = request.Kind.ToStored(value);
        var update = new ObjectUpdate(request.Stored, request.Key, _ => next)
        {
            Scope = scope,
            CreateInstead = request.Stored.CreateOnUpdate && scope == UpdateScope.Main ? () => ForCreation(request, next) : null,
        };
        var result = await store.UpdateAsync(update, request.WriteOptions(dryRun), request.Aborted).ConfigureAwait(false);
        WarningHeaders.Add(request.Http, result.Warnings);
        await answer.WriteAsync(request, result.Created ? 201 : 200, result.Object, result.Stored).ConfigureAwait(false);
    }

    private static IApiObject Named(ApiRequest request, IApiObject value)
    {
        var name = value.Metadata.Name ?? "";
        return name == request.Path.Name ? value
            : name.Length == 0 ? throw ApiErrors.BadRequest("name must be provided")
            : throw ApiErrors.BadRequest($"the name of the object ({name}) does not match the name on the URL ({request.Path.Name})");
    }

    /// <summary>An update that names a version or identity means an object that is there.</summary>
    private static IApiObject ForCreation(ApiRequest request, IApiObject value)
    {
        var kind = request.Stored;
        return value.Metadata switch
        {
            { Uid: not null } => throw ApiErrors.Conflict(kind.Plural, kind.Group, request.Path.Name, $"Precondition failed: UID in precondition: {value.Metadata.Uid}, UID in object meta: "),
            { ResourceVersion: { Length: > 0 } and not "0" } => throw ApiErrors.NotFound(kind.Plural, kind.Group, request.Path.Name),
            _ => value.With(value.Metadata with { ResourceVersion = null }),
        };
    }
}
