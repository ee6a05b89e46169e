using ActorKube.Api.Coordination;
using ActorKube.Api.Errors;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Objects;
using ActorKube.NodeAgent.PodNetworks;
using ActorKube.NodeAgent.Runtimes;
using Microsoft.Extensions.Logging;
using NodeObject = ActorKube.Api.Core.Node;

namespace ActorKube.NodeAgent.Registration;

/// <summary>Keeps the node's own objects: the Node, which others see it by, and the Lease, by which they see that it lives.</summary>
/// <param name="network">Null where pods are on the engine's default network.</param>
internal sealed partial class NodeRegistrar(NodeAgentOptions options, ObjectCommands commands, IContainerRuntime runtime, WriteOptions writing, ILogger logger, PodNetworkKeeper? network = null)
{
    private readonly HostIdentity _host = runtime.RunsProcesses ? HostIdentity.Read() : HostIdentity.Simulated(options.NodeName);
    private RuntimeInfo? _info;
    private DateTimeOffset _reportedAt = DateTimeOffset.MinValue;

    /// <summary>What others of the host tell.</summary>
    public Func<IReadOnlyList<ReportedCondition>> Conditions { get; init; } = static () => [];

    /// <summary>Looks at the host and the engine.</summary>
    public async Task<NodeObservation> ObserveAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<ImageStatus> images = [];
        string? error = null;
        try
        {
            _info ??= await runtime.GetInfoAsync(cancellationToken);
            images = await runtime.ListImagesAsync(cancellationToken);
        }
        catch (RuntimeException e) when (_info is not null)
        {
            error = e.Message;
        }

        return new NodeObservation(options, _info!, _host, _info!.DiskBytes is { } disk ? HostPressure.None(disk) : HostPressure.Read(options.DataDirectory), images, error)
        {
            HasPodNetwork = network is not null,
            NetworkProblem = network?.Problem,
            Conditions = Conditions(),
        };
    }

    /// <summary>Makes the Node, or takes over the one that is there, and reports its status.</summary>
    public async Task RegisterAsync(NodeObservation seen, CancellationToken cancellationToken)
    {
        var update = new ObjectUpdate(NodeKind, NodeKey, value => NodeObjects.Marked((NodeObject)value, seen))
        {
            CreateInstead = () => NodeObjects.Create(seen),
        };
        await commands.UpdateAsync(update, writing, cancellationToken);
        await ReportAsync(seen, cancellationToken);
        await RenewAsync(cancellationToken);
    }

    /// <summary>Looks at the node and writes its status if it has changed, or is due.</summary>
    public async Task ReportAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ReportAsync(await ObserveAsync(cancellationToken), cancellationToken);
        }
        catch (ApiException e) when (e.Code == 404)
        {
            // Somebody has deleted the Node while its host lives.
            await RegisterAsync(await ObserveAsync(cancellationToken), cancellationToken);
        }
        catch (Exception e) when (e is ApiException or JournalUnavailableException)
        {
            LogFailed(logger, "status", e.Message);
        }
    }

    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        var now = commands.Time.GetUtcNow();
        var kind = commands.Kinds.Stored("leases.coordination.k8s.io");
        var key = new ObjectKey(kind.Resource, NodeObjects.LeaseNamespace, options.NodeName);
        var update = new ObjectUpdate(kind, key, value => (Lease)value with { Spec = NodeObjects.Renewed(((Lease)value).Spec, options, now) })
        {
            CreateInstead = () => NodeObjects.Lease(options, CurrentNode() ?? new NodeObject(), now),
        };
        try
        {
            await commands.UpdateAsync(update, writing, cancellationToken);
        }
        catch (Exception e) when (e is ApiException or JournalUnavailableException)
        {
            // The next renewal is soon; who watches leases is patient enough for three to be missed.
            LogFailed(logger, "lease", e.Message);
        }
    }

    private Api.Kinds.Kind NodeKind => commands.Kinds.Stored("nodes");

    private ObjectKey NodeKey => new("nodes", "", options.NodeName);

    private NodeObject? CurrentNode() => commands.View.Snapshot().Get(NodeKey)?.Read<NodeObject>();

    private async Task ReportAsync(NodeObservation seen, CancellationToken cancellationToken)
    {
        var now = commands.Time.GetUtcNow();
        var due = !options.IsMember && now - _reportedAt >= options.StatusReportPeriod;
        var update = new ObjectUpdate(NodeKind, NodeKey, value =>
        {
            var node = (NodeObject)value;
            var next = NodeReport.Compute(node.Status, seen, now);
            return !due && NodeObjects.SameStatus(node.Status, next) ? node : node with { Status = next };
        })
        {
            Scope = UpdateScope.Status,
        };
        await commands.UpdateAsync(update, writing with { Subresource = "status" }, cancellationToken);
        _reportedAt = due ? now : _reportedAt;
    }

    [LoggerMessage(1, LogLevel.Warning, "The node's {What} could not be written: {Error}")]
    private static partial void LogFailed(ILogger logger, string what, string error);
}
