using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Streams;
using PodPorts = ActorKube.NodeAgent.Streams.PodPorts;

namespace ActorKube.Host.Composition.Fleet;

/// <summary>Streams of pods of many nodes, each from its own node's agent.</summary>
/// <param name="of">The streams of a node; null for one without an agent.</param>
internal sealed class FleetStreams(ObjectView view, Func<string, IPodStreams?> of) : IPodStreams
{
    public Task<IAsyncEnumerable<ReadOnlyMemory<byte>>> ReadLogsAsync(string @namespace, string pod, PodLogRequest request, CancellationToken cancellationToken) =>
        Of(@namespace, pod).ReadLogsAsync(@namespace, pod, request, cancellationToken);

    public Task<IExecSession> ExecAsync(string @namespace, string pod, string? container, ExecRequest request, CancellationToken cancellationToken) =>
        Of(@namespace, pod).ExecAsync(@namespace, pod, container, request, cancellationToken);

    public Task<AttachedContainer> AttachAsync(string @namespace, string pod, string? container, bool stdin, CancellationToken cancellationToken) =>
        Of(@namespace, pod).AttachAsync(@namespace, pod, container, stdin, cancellationToken);

    public Task<PodPorts> OpenPortsAsync(string @namespace, string pod, CancellationToken cancellationToken) => Of(@namespace, pod).OpenPortsAsync(@namespace, pod, cancellationToken);

    private IPodStreams Of(string @namespace, string name)
    {
        var pod = view.Snapshot().Get(new ObjectKey("pods", @namespace, name))?.Read<Pod>() ?? throw ApiErrors.NotFound("pods", "", name);
        return of(pod.Spec.NodeName ?? "") ?? throw ApiErrors.Internal($"no agent of node {pod.Spec.NodeName} answers");
    }
}
