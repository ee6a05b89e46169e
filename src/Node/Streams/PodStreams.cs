using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.NodeAgent.Runtimes;

namespace ActorKube.NodeAgent.Streams;

/// <summary>Streams of this node's pods, straight from its engine.</summary>
internal sealed class PodStreams(string nodeName, ObjectCommands commands, IContainerRuntime runtime) : IPodStreams
{
    public async Task<IAsyncEnumerable<ReadOnlyMemory<byte>>> ReadLogsAsync(string @namespace, string pod, PodLogRequest request, CancellationToken cancellationToken)
    {
        var found = Find(@namespace, pod);
        var name = StreamedContainer.Choose(found, request.Container);
        var id = StreamTargets.LogOf(found, name, request.Previous);
        await CheckAsync(id, name, found, request.Previous, cancellationToken);
        var options = new LogOptions
        {
            Follow = request.Follow,
            Since = request.SinceTime ?? (request.SinceSeconds is { } seconds ? commands.Time.GetUtcNow().AddSeconds(-seconds) : null),
            Tail = request.TailLines,
            Timestamps = request.Timestamps,
        };
        return LimitedLog.Take(runtime.ReadLogsAsync(id, options, cancellationToken), request.LimitBytes, cancellationToken);
    }

    public Task<IExecSession> ExecAsync(string @namespace, string pod, string? container, ExecRequest request, CancellationToken cancellationToken)
    {
        var found = Find(@namespace, pod);
        var id = StreamTargets.Running(found, StreamedContainer.Choose(found, container));
        return MapAsync(() => runtime.ExecAsync(id, request, cancellationToken));
    }

    public Task<AttachedContainer> AttachAsync(string @namespace, string pod, string? container, bool stdin, CancellationToken cancellationToken)
    {
        var found = Find(@namespace, pod);
        var name = StreamedContainer.Choose(found, container);
        var id = StreamTargets.Running(found, name);
        var spec = Pods.PodSpecs.Find(found, name)!;
        return MapAsync(async () => new AttachedContainer(await runtime.AttachAsync(id, stdin && spec.Stdin, cancellationToken), spec.Tty));
    }

    public Task<PodPorts> OpenPortsAsync(string @namespace, string pod, CancellationToken cancellationToken)
    {
        var found = Find(@namespace, pod);
        if (found.Status.Phase != PodPhases.Running)
        {
            throw ApiErrors.BadRequest($"unable to forward port because pod is not running. Current status={found.Status.Phase}");
        }

        return MapAsync(async () =>
        {
            var sandboxes = await runtime.ListSandboxesAsync(cancellationToken);
            var sandbox = sandboxes.Where(s => s.Pod.Uid == found.Metadata.Uid && s.State == SandboxState.Ready).MaxBy(static s => s.Attempt)
                ?? throw ApiErrors.Internal($"not able to find the sandbox of pod {pod}");
            return new PodPorts(runtime, sandbox.Id);
        });
    }

    private Pod Find(string @namespace, string name)
    {
        var pod = commands.View.Snapshot().Get(new ObjectKey("pods", @namespace, name))?.Read<Pod>() ?? throw ApiErrors.NotFound("pods", "", name);
        return pod.Spec.NodeName == nodeName ? pod
            : commands.View.Snapshot().Get(new ObjectKey("nodes", "", pod.Spec.NodeName ?? "")) is null ? throw ApiErrors.NotFound("nodes", "", pod.Spec.NodeName ?? "")
            : throw ApiErrors.Internal($"no agent of node {pod.Spec.NodeName} answers");
    }

    private async Task CheckAsync(string id, string name, Pod pod, bool previous, CancellationToken cancellationToken)
    {
        if (await MapAsync(() => runtime.GetContainerAsync(id, cancellationToken)) is null)
        {
            throw ApiErrors.BadRequest(previous
                ? $"previous terminated container \"{name}\" in pod \"{pod.Metadata.Name}\" not found"
                : $"container \"{name}\" in pod \"{pod.Metadata.Name}\" is not available");
        }
    }

    private static async Task<T> MapAsync<T>(Func<Task<T>> action)
    {
        try
        {
            return await action();
        }
        catch (RuntimeException e)
        {
            throw ApiErrors.Internal(e.Message);
        }
    }
}
