using ActorKube.Api.Errors;
using ActorKube.Engine.Commands;
using ActorKube.Server.Requests;
using ActorKube.Server.Responses;

namespace ActorKube.Server.Rest;

/// <summary>DELETE of a collection: of every object that the selectors match, one by one. Answers with the objects as they were.</summary>
public sealed class DeleteCollectionHandler(ObjectCommands store, CollectionAnswer answer)
{
    public async Task HandleAsync(ApiRequest request)
    {
        var query = ListQuery.Parse(request);
        var options = await DeleteOptionsReader.ReadAsync(request).ConfigureAwait(false);
        WarningHeaders.Add(request.Http, DeletionWarnings.Of(request.Stored, options));
        var write = request.WriteOptions(options.DryRun is { Count: > 0 });
        await FreshReads.WaitAsync(store, "", request.Aborted).ConfigureAwait(false);
        var snapshot = store.View.Snapshot();
        var objects = SelectedObjects.Of(snapshot, request.Stored.Resource, request.Path.Namespace.Length == 0 ? null : request.Path.Namespace, query.Selection);
        var matching = ListPage.Take(objects, query, snapshot.Revision, request.Path.Namespace.Length == 0);
        foreach (var item in matching.Items)
        {
            try
            {
                await store.DeleteAsync(request.Stored, item.Key, options, write, request.Aborted).ConfigureAwait(false);
            }
            catch (ApiException e) when (e.Code == 404)
            {
                // Somebody else deleted it since: that is what was asked for.
            }
        }

        await answer.WriteAsync(request, matching).ConfigureAwait(false);
    }
}
