using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Api.Metrics;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Server.Requests;
using ActorKube.Server.Rest;

namespace ActorKube.Server.ResourceMetrics;

/// <summary>GET of one or of many metrics: the objects that the request selects, as far as they were measured. Follows Kubernetes' metrics-server.</summary>
/// <param name="kind">Of the metrics.</param>
/// <param name="source">The stored kind of what is measured.</param>
/// <param name="measure">The metrics of an object; null where there are none.</param>
internal sealed class UsageHandler(ObjectCommands store, IUsageReadings readings, Kind kind, Kind source, Func<UsageTable, StoredObject, IApiObject?> measure) : ISubresourceHandler
{
    private readonly MeasuredAnswer _answer = new(store.Time);

    public static UsageHandler Nodes(ObjectCommands store, IUsageReadings readings) =>
        new(store, readings, MetricsKinds.Nodes, store.Kinds.Stored("nodes"), static (table, node) => table.Node(node));

    public static UsageHandler Pods(ObjectCommands store, IUsageReadings readings) =>
        new(store, readings, MetricsKinds.Pods, store.Kinds.Stored("pods"), static (table, pod) => table.Pod(pod));

    public Task HandleAsync(ApiRequest request) => request.Path.Name.Length > 0 ? GetAsync(request) : ListAsync(request);

    private async Task GetAsync(ApiRequest request)
    {
        var key = new ObjectKey(source.Resource, request.Path.Namespace, request.Path.Name);
        var found = store.View.Snapshot().Get(key) ?? throw ApiErrors.NotFound(source.Plural, source.Group, key.Name);
        var measured = measure(await ReadAsync(request.Aborted).ConfigureAwait(false), found);
        var name = key.Namespace.Length == 0 ? key.Name : $"{key.Namespace}/{key.Name}";
        await _answer.WriteAsync(request, measured ?? throw ApiErrors.NotFound(kind.Name.ToLowerInvariant(), kind.Group, name)).ConfigureAwait(false);
    }

    private async Task ListAsync(ApiRequest request)
    {
        var query = ListQuery.Parse(request);
        if (query.Watch)
        {
            throw ResourceHandler.NotAllowed();
        }

        var table = await ReadAsync(request.Aborted).ConfigureAwait(false);
        var snapshot = store.View.Snapshot();
        var all = request.Path.IsInNamespace ? snapshot.List(source.Resource, request.Path.Namespace) : snapshot.List(source.Resource);
        await _answer.WriteAsync(request, [.. all.Where(query.Selection.Matches).Select(o => measure(table, o)).OfType<IApiObject>()]).ConfigureAwait(false);
    }

    private async Task<UsageTable> ReadAsync(CancellationToken cancellationToken)
    {
        var read = await readings.ReadAsync(cancellationToken).ConfigureAwait(false);
        return read.Count > 0
            ? new UsageTable(read, store.Time.GetUtcNow())
            : throw ApiErrors.Unavailable("the server is currently unable to handle the request", retryAfterSeconds: 1);
    }
}
