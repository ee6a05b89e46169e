using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Actors.Regions;
using ActorKube.Engine.Actors.Timers;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Views;
using Microsoft.Extensions.Logging;

namespace ActorKube.Engine.Actors;

/// <summary>
/// The actors of one host: changes come in from the view, become wake-ups, turns, decisions, and writes. Edge-triggered for speed, level-triggered
/// for truth: at start everything is reconciled once, so no wake-up that was lost with a host is missed.
/// </summary>
public sealed class ActorSystem : IAsyncDisposable
{
    private readonly ObjectStore _store;
    private readonly ReconcileScheduler _scheduler;
    private readonly LocalRegion _region;
    private readonly TimerQueue _timers;
    private readonly WakeRouter _router;
    private readonly StartUpWaker _startUp;
    private readonly Supervisor _supervisor;
    private readonly ActorMetrics _metrics = new();
    private readonly CancellationTokenSource _stop = new();
    private IDisposable? _observation;

    public ActorSystem(ObjectStore store, ActorBehaviour behaviour, ActorOptions options, TimeProvider time, ILogger<ActorSystem> logger)
    {
        _store = store;
        var turn = new ReconcileTurn(store, behaviour.Reconcilers, behaviour.Performer, time);
        _scheduler = new ReconcileScheduler(options.Concurrency);
        _region = new LocalRegion(store, turn.Resources, _scheduler.Enqueue);
        _timers = new TimerQueue(time, _region.Wake);
        _router = new WakeRouter(_region, behaviour.WakeRules);
        _startUp = new StartUpWaker(_region, turn.Resources, () => _scheduler.Backlog, options.StartBacklog);
        _supervisor = new Supervisor(turn, _timers, behaviour.Failures, _metrics, logger);
    }

    public IRegion Region => _region;

    /// <summary>Actors that are at work or wait for it. All others cost nothing.</summary>
    public int ActiveActors => _region.ActiveCount;

    /// <summary>Objects that asked to be looked at again at some time.</summary>
    public int Alarms => _timers.Count;

    /// <summary>Follows the view from now on, and has every object that exists reconciled once, in the background.</summary>
    public void Start()
    {
        _observation = _store.View.Observe(_router);
        _startUp.Begin(_store.View.Snapshot());
        _scheduler.Start(actor => _supervisor.RunAsync(actor, _stop.Token), _startUp.WakeSome);
    }

    /// <summary>Lets turns that have begun come to their end, and starts no more.</summary>
    public async ValueTask DisposeAsync()
    {
        _observation?.Dispose();
        await _timers.DisposeAsync();
        await _stop.CancelAsync();
        await _scheduler.StopAsync();
        _metrics.Dispose();
        _stop.Dispose();
    }
}
