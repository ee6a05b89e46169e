using ActorKube.Actors.Actions;
using ActorKube.Actors.Aggregation;
using ActorKube.Actors.Autoscaling.Metrics;
using ActorKube.Actors.Autoscaling.State;
using ActorKube.Actors.Nodes;
using ActorKube.Actors.Rebalancing;
using ActorKube.Actors.Scheduling;
using ActorKube.Actors.Scheduling.Binding;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Shared;
using ActorKube.Engine.Actors;
using ActorKube.Engine.Actors.Regions;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Events;
using ActorKube.Engine.Membership;
using ActorKube.Engine.Views;
using Microsoft.Extensions.Logging;

namespace ActorKube.Actors.Catalog;

/// <summary>The actors of a host with all that they need: what a Kubernetes cluster has its controller manager and its scheduler for.</summary>
public sealed class ControlPlane : IAsyncDisposable
{
    private readonly PlacementLedger _ledger = new();
    private readonly ActorSystem _actors;
    private readonly ObjectView _view;
    private readonly IMembership? _membership;
    private readonly MovableWorkloads _movable;
    private readonly TimeProvider _time;
    private MembershipView _knownMembers = MembershipView.Empty;
    private IDisposable? _observation;
    private IDisposable? _members;

    public ControlPlane(ObjectStore store, ObjectCommands commands, IEventRecorder events, ControlOptions options, ActorPlacement placement, ILoggerFactory logs)
    {
        _view = store.View;
        options.Autoscaling.Validate();
        _membership = options.Membership;
        _movable = new MovableWorkloads(options.Rebalancing);
        _time = commands.Time;
        var names = new KindNames(commands.Kinds);
        var autoscalers = new AutoscalerMemory();
        var autoscaling = new AutoscalerActions(autoscalers, new MetricsReader(options.Readings, Custom(options, commands)), commands.Time);
        var checks = new ApiServiceChecks(options.Extensions, commands.Time);
        var arbiter = new NodeArbiter(_ledger, commands, options.Writes, () => Region, options.Membership is null ? null : new JournalGates(store, commands));
        var binder = new PodBinder(_ledger, arbiter, events, () => Region, isAlone: options.Membership is null);
        var behaviour = new ActorBehaviour(
            ReconcilerCatalog.All(commands.Kinds, names, _ledger, autoscalers, checks, options),
            WakeRuleCatalog.All(names, _ledger),
            new ActionPerformer(commands, events, options.Writes, [binder, autoscaling, checks]),
            new FailureLog(logs.CreateLogger<FailureLog>()));
        Commands = new AdmissionReceiver(_ledger, store.View, arbiter, () => Region);
        _actors = new ActorSystem(store, behaviour, new ActorOptions(), placement, commands.Time, logs.CreateLogger<ActorSystem>());
    }

    public IRegion Region => _actors.Region;

    /// <summary>Carries out what actors on other hosts ask of those on this one.</summary>
    public ICommandReceiver Commands { get; }

    /// <summary>What rebalancing would do now.</summary>
    public RebalanceReport ExplainRebalancing() => RebalanceReports.Of(_view.Snapshot(), _ledger, _movable, _time.GetUtcNow());

    /// <summary>Why a pod is where it is, or why it waits.</summary>
    public PodReport ExplainPod(string @namespace, string name) => Explanation.Of(@namespace, name, _view.Snapshot(), _ledger);

    /// <summary>Brings everything that there is to where it should be, and keeps it there.</summary>
    public void Start()
    {
        // The ledger follows before it loads, so that it misses nothing, and before the actors, so that it is never behind what woke them.
        _observation = _view.Observe(_ledger);
        _ledger.Load(_view.Snapshot);
        _members = _membership?.Observe(WakeConcerned);
        _actors.Start();
    }

    public async ValueTask DisposeAsync()
    {
        await _actors.DisposeAsync();
        _observation?.Dispose();
        _members?.Dispose();
    }

    private static ICustomMetrics? Custom(ControlOptions options, ObjectCommands commands) =>
        options.CustomMetrics ?? (options.Extensions is { } servers ? new AdapterMetrics(servers, commands.Kinds, commands.View.Snapshot) : null);

    private void WakeConcerned(MembershipView view)
    {
        foreach (var key in MemberConcerns.Of(_knownMembers, view, _view.Snapshot()))
        {
            Region.Wake(key);
        }

        _knownMembers = view;
    }
}
