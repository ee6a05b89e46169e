using ActorKube.Api.Errors;
using ActorKube.Engine.Commands;
using ActorKube.Server.Requests;

namespace ActorKube.Server.Rest;

/// <summary>Hands a request for a resource to the handler of its verb.</summary>
public sealed class ResourceHandler(
    GetHandler get,
    ListHandler list,
    WatchHandler watch,
    CreateHandler create,
    ReplaceHandler replace,
    PatchHandler patch,
    DeleteHandlers delete)
{
    public Task HandleAsync(ApiRequest request)
    {
        var hasName = request.Path.Name.Length > 0;
        return (request.Http.Request.Method, request.Path.Subresource) switch
        {
            ("GET", "") when !hasName || request.Path.IsWatch => ReadCollectionAsync(request),
            ("GET", "" or "status") => get.HandleAsync(request),
            ("POST", "") when !hasName => create.HandleAsync(request),
            ("PUT", "") when hasName => replace.HandleAsync(request, UpdateScope.Main),
            ("PUT", "status") => replace.HandleAsync(request, UpdateScope.Status),
            ("PATCH", "") when hasName => patch.HandleAsync(request, UpdateScope.Main),
            ("PATCH", "status") => patch.HandleAsync(request, UpdateScope.Status),
            ("DELETE", "") => hasName ? delete.One.HandleAsync(request) : delete.Collection.HandleAsync(request),
            _ => throw NotAllowed(),
        };
    }

    public static ApiException NotAllowed() => ApiErrors.Of(
        405, StatusReason.MethodNotAllowed, "the server does not allow this method on the requested resource", new Api.Meta.StatusDetails());

    private Task ReadCollectionAsync(ApiRequest request)
    {
        var query = ListQuery.Parse(request);
        return query.Watch ? watch.HandleAsync(request, query) : list.HandleAsync(request, query);
    }
}

/// <summary>The two forms of DELETE.</summary>
public sealed record DeleteHandlers(DeleteHandler One, DeleteCollectionHandler Collection);
