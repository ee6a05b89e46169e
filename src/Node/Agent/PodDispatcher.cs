using System.Threading.Channels;
using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.NodeAgent.Admission;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Pods;
using Microsoft.Extensions.Logging;

namespace ActorKube.NodeAgent;

/// <summary>
/// Brings news to the workers of the pods that it concerns, and starts and forgets workers. One loop; it waits for the runtime only while it lists, which
/// is at the start and then rarely.
/// </summary>
internal sealed partial class PodDispatcher(PodServices services, PodTable pods, ILoggerFactory logs)
{
    // Unbounded: what comes in is bounded by what is written to the cluster, and a lost change would have to be searched for.
    private readonly Channel<AgentInput> _inbox = Channel.CreateUnbounded<AgentInput>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ILogger _logger = logs.CreateLogger<PodDispatcher>();
    private readonly ILogger _podLogger = logs.CreateLogger<PodWorker>();
    private readonly HashSet<string> _finished = new(StringComparer.Ordinal);
    private readonly HashSet<string> _orphans = new(StringComparer.Ordinal);
    private readonly OrphanRemover _remover = new(services.Node.Runtime, services.Node.Directories, logs.CreateLogger<OrphanRemover>());
    private readonly PodAdmission _admission = new(services.Node);
    private RuntimeInventory? _inventory;

    private NodeContext Node => services.Node;

    public void Tell(AgentInput input) => _inbox.Writer.TryWrite(input);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var input in _inbox.Reader.ReadAllAsync(cancellationToken))
        {
            try
            {
                await HandleAsync(input, cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                // Most likely the engine. The resync that comes next makes up for it.
                LogFailed(_logger, input.GetType().Name, e);
            }
        }
    }

    /// <summary>Lists what the runtime has, then starts a worker for each pod in the view: before that nothing may be decided.</summary>
    public async Task AdoptAsync(CancellationToken cancellationToken)
    {
        _inventory = await RuntimeInventory.ReadAsync(Node.Runtime, Node.Time, cancellationToken);
        foreach (var stored in PodAdmission.InOrder(Node.Surroundings.PodsOf(Node.Commands.View.Snapshot(), Node.Options.NodeName)))
        {
            await SeeAsync(stored, cancellationToken);
        }

        RemoveOrphans(_inventory, cancellationToken);
        foreach (var uid in Node.Directories.List().Where(uid => !pods.Contains(uid) && !_orphans.Contains(uid)))
        {
            Node.Directories.Remove(uid);
        }

        _inventory = null;
    }

    private async ValueTask HandleAsync(AgentInput input, CancellationToken cancellationToken)
    {
        switch (input)
        {
            case AgentInput.PodSeen seen:
                await SeeAsync(seen.Stored, cancellationToken);
                break;
            case AgentInput.PodGone gone:
                _finished.Remove(gone.Stored.Header.Uid);
                _admission.Forget(gone.Stored.Header.Uid);
                if (pods.TryGet(gone.Stored.Header.Uid, out var orphaned))
                {
                    orphaned.Post(new PodMessage.Vanished());
                }

                break;
            case AgentInput.SourceChanged changed:
                foreach (var user in pods.UsersOf(changed.Key))
                {
                    user.Post(new PodMessage.SourcesChanged());
                }

                break;
            case AgentInput.FromRuntime { Event: var item }:
                await HearAsync(item, cancellationToken);
                break;
            case AgentInput.WorkerFinished finished:
                await ForgetAsync(finished.Worker);
                break;
            case AgentInput.OrphanRemoved removed:
                _orphans.Remove(removed.Uid);
                break;
            case AgentInput.Resync:
                await ResyncAsync(cancellationToken);
                break;
            default:
                break;
        }
    }

    private async ValueTask SeeAsync(StoredObject stored, CancellationToken cancellationToken)
    {
        var pod = stored.Read<Pod>();
        if (pod.Spec.NodeName != Node.Options.NodeName || _finished.Contains(stored.Header.Uid))
        {
            return;
        }

        if (pods.TryGet(stored.Header.Uid, out var known))
        {
            _admission.See(pod);
            known.Post(new PodMessage.Changed(pod));
            return;
        }

        var worker = new PodWorker(pod, services, _podLogger, _admission.Admit(pod));
        if (_inventory is { } inventory)
        {
            worker.Post(await inventory.OfAsync(worker.Record, new PodOperations(services, _podLogger), cancellationToken));
        }

        pods.Add(worker);
        worker.Start(finished => Tell(new AgentInput.WorkerFinished(finished)));
    }

    private async Task ForgetAsync(PodWorker worker)
    {
        pods.Remove(worker);
        var (pod, uid) = (worker.Record.Pod, worker.Record.Uid);
        if (Node.Commands.View.Snapshot().Get(new ObjectKey("pods", pod.Metadata.Namespace ?? "", pod.Metadata.Name ?? ""))?.Header.Uid == uid)
        {
            // Held by finalizers: it is not to be started again.
            _finished.Add(uid);
        }

        await worker.DisposeAsync();
    }

    private async ValueTask HearAsync(RuntimeEvent item, CancellationToken cancellationToken)
    {
        if (item.Kind == RuntimeEventKind.Resync)
        {
            await ResyncAsync(cancellationToken);
            return;
        }

        if (item.Pod is null || !pods.TryGet(item.Pod.Uid, out var worker))
        {
            return;
        }

        switch (item.Kind)
        {
            // That it ran out of memory may be told after its end, and only then does the engine know why it ended.
            case RuntimeEventKind.ContainerDied or RuntimeEventKind.ContainerOutOfMemory when item.Container is { } name:
                worker.LookAt(name, item.Id);
                break;
            case RuntimeEventKind.ContainerStarted when item.Container is { } name && worker.Record.Container(name).Work != ContainerWork.Starting:
                // Not by the agent, or the agent knows already: worth a look only in the first case.
                if (worker.Record.Container(name).Current is not { IsRunning: true } current || current.Id != item.Id)
                {
                    worker.LookAt(name, item.Id);
                }

                break;
            case RuntimeEventKind.ContainerRemoved when item.Container is { } name:
                worker.Post(new PodMessage.Removed(name, item.Id));
                break;
            case RuntimeEventKind.SandboxDied or RuntimeEventKind.SandboxRemoved:
                worker.Post(new PodMessage.SandboxDied(item.Id));
                break;
            default:
                break;
        }
    }

    /// <summary>Levels the workers' knowledge with the truth, and renews what expires in volumes.</summary>
    private async Task ResyncAsync(CancellationToken cancellationToken)
    {
        var inventory = await RuntimeInventory.ReadAsync(Node.Runtime, Node.Time, cancellationToken);
        foreach (var worker in pods.All)
        {
            worker.Post(await inventory.OfAsync(worker.Record, new PodOperations(services, _podLogger), cancellationToken));
            worker.Post(new PodMessage.SourcesChanged());
        }

        RemoveOrphans(inventory, cancellationToken);
    }

    private void RemoveOrphans(RuntimeInventory inventory, CancellationToken cancellationToken)
    {
        foreach (var uid in inventory.Uids.Where(uid => !pods.Contains(uid) && !_finished.Contains(uid) && _orphans.Add(uid)))
        {
            _ = Task.Run(() => _remover.RemoveAsync(inventory, uid, cancellationToken), cancellationToken)
                .ContinueWith(_ => Tell(new AgentInput.OrphanRemoved(uid)), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Handling {Input} failed")]
    private static partial void LogFailed(ILogger logger, string input, Exception e);
}
