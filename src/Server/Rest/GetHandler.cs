using ActorKube.Api.Errors;
using ActorKube.Engine.Commands;
using ActorKube.Server.Requests;

namespace ActorKube.Server.Rest;

/// <summary>GET of one object or of a facet of it.</summary>
public sealed class GetHandler(ObjectCommands store, FacetAnswer answer)
{
    public async Task HandleAsync(ApiRequest request, Facet facet)
    {
        await FreshReads.WaitAsync(store, request.Query("resourceVersion") ?? "", request.Aborted).ConfigureAwait(false);
        var (resource, group) = facet.ReadName ?? (request.Kind.Plural, request.Kind.Group);
        var found = store.View.Snapshot().Get(request.Key) ?? throw ApiErrors.NotFound(resource, group, request.Path.Name);
        await answer.WriteAsync(request, facet, 200, found).ConfigureAwait(false);
    }
}
