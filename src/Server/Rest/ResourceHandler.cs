using ActorKube.Api.Errors;
using ActorKube.Server.Requests;
using ActorKube.Server.Responses;

namespace ActorKube.Server.Rest;

/// <summary>Hands a request for a resource to the handler of its verb.</summary>
public sealed class ResourceHandler(
    Facets facets,
    ReadHandlers read,
    WriteHandlers write,
    DeleteHandlers delete,
    IReadOnlyDictionary<(string Resource, string Subresource), ISubresourceHandler> subresources)
{
    /// <summary>Methods besides those of the API's verbs that whoever is behind a proxy may be asked by.</summary>
    private static readonly string[] ProxyMethods = ["HEAD", "OPTIONS"];

    public Task HandleAsync(ApiRequest request)
    {
        var (path, verb) = (request.Path, Verb(request));
        if (request.Kind.Deprecation is { } deprecation)
        {
            WarningHeaders.Add(request.Http, [deprecation]);
        }

        if (path.Subresource.Length > 0)
        {
            return HandleSubresourceAsync(request, verb);
        }

        if (!request.Kind.Verbs.Contains(verb))
        {
            throw NotAllowed();
        }

        if (subresources.TryGetValue((request.Kind.Resource, ""), out var answerer))
        {
            return answerer.HandleAsync(request);
        }

        return verb switch
        {
            "get" => read.One.HandleAsync(request, facets.Find(request.Kind, "")!),
            "list" or "watch" => ReadCollectionAsync(request),
            "create" => write.Create.HandleAsync(request),
            "update" => write.Replace.HandleAsync(request, facets.Find(request.Kind, "")!),
            "patch" => write.Patch.HandleAsync(request, facets.Find(request.Kind, "")!),
            "delete" => delete.One.HandleAsync(request),
            _ => delete.Collection.HandleAsync(request),
        };
    }

    public static ApiException NotAllowed() => ApiErrors.Of(
        405, StatusReason.MethodNotAllowed, "the server does not allow this method on the requested resource", new Api.Meta.StatusDetails());

    public static ApiException NotFound() => ApiErrors.Of(
        404, StatusReason.NotFound, "the server could not find the requested resource", new Api.Meta.StatusDetails());

    /// <summary>The verb as discovery names it; "" for a method that no resource has.</summary>
    private static string Verb(ApiRequest request)
    {
        var hasName = request.Path.Name.Length > 0;
        return request.Http.Request.Method switch
        {
            "GET" when request.Path.IsWatch => "watch",
            "GET" => hasName ? "get" : request.Flag("watch") ? "watch" : "list",
            "POST" when !hasName || request.Path.Subresource.Length > 0 => "create",
            "PUT" when hasName => "update",
            "PATCH" when hasName => "patch",
            "DELETE" => hasName ? "delete" : "deletecollection",
            _ => "",
        };
    }

    private Task HandleSubresourceAsync(ApiRequest request, string verb)
    {
        var known = Discovery.Subresources.Of(request.Kind).FirstOrDefault(s => s.Name == request.Path.Subresource) ?? throw NotFound();
        var isProxy = known.Name == "proxy";
        if (request.Path.Rest.Length > 0 && !isProxy)
        {
            throw NotFound();
        }

        if (!known.Verbs.Contains(verb) && !(isProxy && ProxyMethods.Contains(request.Http.Request.Method)))
        {
            throw NotAllowed();
        }

        if (facets.Find(request.Kind, known.Name) is not { } facet)
        {
            return subresources.TryGetValue((request.Kind.Resource, known.Name), out var handler) ? handler.HandleAsync(request) : throw NotFound();
        }

        return verb switch
        {
            "get" => read.One.HandleAsync(request, facet),
            "update" => write.Replace.HandleAsync(request, facet),
            _ => write.Patch.HandleAsync(request, facet),
        };
    }

    private Task ReadCollectionAsync(ApiRequest request)
    {
        var query = ListQuery.Parse(request);
        return query.Watch ? read.Watch.HandleAsync(request, query) : read.List.HandleAsync(request, query);
    }
}

public sealed record ReadHandlers(GetHandler One, ListHandler List, WatchHandler Watch);

public sealed record WriteHandlers(CreateHandler Create, ReplaceHandler Replace, PatchHandler Patch);

/// <summary>The two forms of DELETE.</summary>
public sealed record DeleteHandlers(DeleteHandler One, DeleteCollectionHandler Collection);

/// <summary>Answers a subresource that isn't a facet of the object, or ("" as subresource) all requests for a kind that isn't stored.</summary>
public interface ISubresourceHandler
{
    Task HandleAsync(ApiRequest request);
}
