using ActorKube.Api.Errors;
using ActorKube.Engine.Commands;
using ActorKube.Server.Requests;

namespace ActorKube.Server.Rest;

/// <summary>GET of one object.</summary>
public sealed class GetHandler(ObjectCommands store, ObjectAnswer answer)
{
    public async Task HandleAsync(ApiRequest request)
    {
        await FreshReads.WaitAsync(store.View, request.Query("resourceVersion") ?? "", store.Time, request.Aborted).ConfigureAwait(false);
        var found = store.View.Snapshot().Get(request.Key) ?? throw ApiErrors.NotFound(request.Kind.Plural, request.Kind.Group, request.Path.Name);
        await answer.WriteAsync(request, 200, found).ConfigureAwait(false);
    }
}
