using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Server.Requests;
using ActorKube.Server.Responses;

namespace ActorKube.Server.Rest;

/// <summary>DELETE of one object.</summary>
public sealed class DeleteHandler(ObjectCommands store, ObjectAnswer answer)
{
    public async Task HandleAsync(ApiRequest request)
    {
        var options = await DeleteOptionsReader.ReadAsync(request).ConfigureAwait(false);
        var dryRun = options.DryRun is { Count: > 0 };
        WarningHeaders.Add(request.Http, DeletionWarnings.Of(request.Stored, options));
        var result = await store.DeleteAsync(request.Stored, request.Key, options, request.WriteOptions(dryRun), request.Aborted).ConfigureAwait(false);
        if (result.Gone && !request.Stored.ReturnsDeleted)
        {
            await ResponseWriter.WriteAsync(request.Http, Success(request, result.Object), request.Format).ConfigureAwait(false);
            return;
        }

        await answer.WriteAsync(request, 200, result.Object, result.Stored).ConfigureAwait(false);
    }

    private static Status Success(ApiRequest request, IApiObject value) => Statuses.Success(
        details: new StatusDetails { Name = value.Metadata.Name, Group = request.Kind.Group, Kind = request.Kind.Plural, Uid = value.Metadata.Uid });
}
