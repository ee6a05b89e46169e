using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Actors.Regions;
using ActorKube.Engine.Actors.Timers;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Sharding;
using ActorKube.Engine.Views;
using Microsoft.Extensions.Logging;

namespace ActorKube.Engine.Actors;

/// <summary>
/// The actors of one host: changes come in from the view, become wake-ups, turns, decisions, and writes. Edge-triggered for speed, level-triggered
/// for truth: what is this host's is reconciled once when it becomes so, at start or when another host goes, so no wake-up that was lost with a host is missed.
/// </summary>
public sealed class ActorSystem : IAsyncDisposable
{
    private readonly ObjectStore _store;
    private readonly ReconcileScheduler _scheduler;
    private readonly IShards _shards;
    private readonly LocalRegion _local;
    private readonly ShardedRegion _region;
    private readonly TimerQueue _timers;
    private readonly WakeRouter _router;
    private readonly GradualWaker _waker;
    private readonly Supervisor _supervisor;
    private readonly ActorMetrics _metrics = new();
    private readonly CancellationTokenSource _stop = new();
    private IDisposable? _observation;
    private IDisposable? _gains;

    public ActorSystem(ObjectStore store, ActorBehaviour behaviour, ActorOptions options, ActorPlacement placement, TimeProvider time, ILogger<ActorSystem> logger)
    {
        _store = store;
        var turn = new ReconcileTurn(store, behaviour.Reconcilers, behaviour.Performer, time);
        _scheduler = new ReconcileScheduler(options.Concurrency);
        _shards = placement.Shards;
        _local = new LocalRegion(store, turn.Resources, _scheduler.Enqueue);
        _region = new ShardedRegion(_local, placement, logger);
        _timers = new TimerQueue(time, _region.Wake);
        _router = new WakeRouter(_region, behaviour.WakeRules);
        _waker = new GradualWaker(_region, turn.Resources, () => _scheduler.Backlog, options.StartBacklog);
        _supervisor = new Supervisor(turn, _timers, behaviour.Failures, _metrics, logger);
    }

    public IRegion Region => _region;

    /// <summary>Actors that are at work or wait for it. All others cost nothing.</summary>
    public int ActiveActors => _local.ActiveCount;

    /// <summary>Objects that asked to be looked at again at some time.</summary>
    public int Alarms => _timers.Count;

    /// <summary>Follows the view from now on, and has every object that exists, and is this host's, reconciled once, in the background.</summary>
    public void Start()
    {
        _observation = _store.View.Observe(_router);
        _gains = _shards.Observe(gained => _waker.Begin(_store.View.Snapshot(), gained));
        _waker.Begin(_store.View.Snapshot(), _shards.IsMine);
        _scheduler.Start(actor => _supervisor.RunAsync(actor, _stop.Token), _waker.WakeSome);
    }

    /// <summary>Lets turns that have begun come to their end, and starts no more.</summary>
    public async ValueTask DisposeAsync()
    {
        _observation?.Dispose();
        _gains?.Dispose();
        await _timers.DisposeAsync();
        _stop.Cancel();
        await _scheduler.StopAsync();
        _metrics.Dispose();
        _stop.Dispose();
    }
}
