using ActorKube.Api.Errors;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Journals;
using ActorKube.Server.Requests;

namespace ActorKube.Server.Rest;

/// <summary>GET of a collection.</summary>
public sealed class ListHandler(ObjectCommands store, CollectionAnswer answer)
{
    public async Task HandleAsync(ApiRequest request, ListQuery query)
    {
        if (query is { Continue.Length: > 0, ResourceVersion: not ("" or "0") })
        {
            throw ApiErrors.BadRequest("specifying resource version is not allowed when using continue");
        }

        var start = query.Continue.Length > 0 ? ContinueToken.Decode(query.Continue, request.Stored.Resource, request.Path.Namespace) : null;
        await FreshReads.WaitAsync(store, query.ResourceVersion, request.Aborted).ConfigureAwait(false);
        await answer.WriteAsync(request, ReadPage(request, query, start)).ConfigureAwait(false);
    }

    private ListPage ReadPage(ApiRequest request, ListQuery query, ContinueToken? start)
    {
        var current = store.View.Snapshot().Revision;
        var asked = FreshReads.Parse(query.ResourceVersion);

        // A limited list of a revision shows that revision, as does an exact one.
        var isExact = query.ResourceVersionMatch == "Exact" || (query is { ResourceVersionMatch: "", Limit: > 0 } && asked > 0);
        var revision = start?.Revision ?? (isExact ? asked : current);
        try
        {
            var all = PastObjects.List(store.View, request.Stored.Resource, request.Path.Namespace.Length == 0 ? null : request.Path.Namespace, start?.After, revision, query.Selection);
            return ListPage.Take(all, query, revision, request.Path.Namespace.Length == 0);
        }
        catch (RevisionExpiredException)
        {
            throw ApiErrors.Expired(start is null
                ? "The resourceVersion for the provided list is too old."
                : "The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter.");
        }
    }
}
