using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Server.Requests;
using ActorKube.Server.Responses;

namespace ActorKube.Server.Rest;

/// <summary>PUT of an object or of a facet of it.</summary>
public sealed class ReplaceHandler(ObjectCommands store, ObjectDecoder decoder, FacetAnswer answer)
{
    public async Task HandleAsync(ApiRequest request, Facet facet)
    {
        var dryRun = WriteParameters.Check(request, "UpdateOptions");
        var validation = FieldValidations.Parse(request.Query("fieldValidation"));
        var body = await RequestBody.ReadAsync(request.Http.Request, request.Aborted).ConfigureAwait(false);
        var decoded = decoder.Decode(facet.Kind, body, request.Http.Request.ContentType ?? "", validation);
        var shown = RepeatedOwners.Drop(UrlIdentity.Check(request, decoded.Value), isPatched: false, out var repeated);
        WarningHeaders.Add(request.Http, repeated is null ? decoded.Warnings : [.. decoded.Warnings, repeated]);

        var update = new ObjectUpdate(request.Stored, request.Key, current => Merge(request, facet, current, shown))
        {
            Scope = facet.Scope,
            Validate = facet.Validate,
            CreateInstead = () => ForCreation(request, facet, shown),
        };
        var result = await store.UpdateAsync(update, request.WriteOptions(dryRun), request.Aborted).ConfigureAwait(false);
        WarningHeaders.Add(request.Http, result.Warnings);
        await answer.WriteAsync(request, facet, result.Created ? 201 : 200, result).ConfigureAwait(false);
    }

    private static IApiObject Merge(ApiRequest request, Facet facet, IApiObject current, IApiObject shown)
    {
        var kind = request.Kind;
        if (shown.Metadata.Uid is { } uid && uid != current.Metadata.Uid)
        {
            throw ApiErrors.Conflict(kind.Plural, kind.Group, request.Path.Name, UidMismatch(request, uid, current.Metadata.Uid));
        }

        return request.Kind.ToStored(facet.Merge(request.Kind.FromStored(current), shown));
    }

    /// <summary>What a PUT of something that isn't there creates, if it may. An identity means an object that is there.</summary>
    private static IApiObject ForCreation(ApiRequest request, Facet facet, IApiObject value)
    {
        var kind = request.Kind;
        if (value.Metadata.Uid is { } uid)
        {
            throw ApiErrors.Conflict(kind.Plural, kind.Group, request.Path.Name, UidMismatch(request, uid, ""));
        }

        return request.Stored.CreateOnUpdate && facet.Scope == UpdateScope.Main
            ? request.Kind.ToStored(value.With(value.Metadata with { ResourceVersion = null }))
            : throw ApiErrors.NotFound(kind.Plural, kind.Group, request.Path.Name);
    }

    private static string UidMismatch(ApiRequest request, string wanted, string? found) =>
        StorageErrors.UidMismatch(StorageKey.Of(request), wanted, found);
}
