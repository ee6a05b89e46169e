using System.Collections.Concurrent;
using System.Threading.Channels;
using ActorKube.Engine.Actors;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Actors.Regions;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Tests.Views;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActorKube.Engine.Tests.Actors;

/// <summary>An actor system whose objects do what a test says, and which reports each turn.</summary>
internal sealed class ActorFixture : IAsyncDisposable, IActionPerformer, IReconcileFailureSink
{
    private readonly Channel<ReconcileContext> _turns = Channel.CreateUnbounded<ReconcileContext>();
    private readonly Func<ReconcileContext, Decision> _decide;

    private ActorFixture(ViewFixture host, Func<ReconcileContext, Decision> decide, ActorOptions options, IWakeRule[] rules)
    {
        Host = host;
        _decide = decide;
        var behaviour = new ActorBehaviour([new Reconciler(this, "pods"), new Reconciler(this, "owners")], rules, this, this);
        Actors = new ActorSystem(host.Store, behaviour, options, ActorPlacement.Alone, host.Time, NullLogger<ActorSystem>.Instance);
    }

    public ViewFixture Host { get; }

    public ActorSystem Actors { get; }

    public IRegion Region => Actors.Region;

    /// <summary>What was performed, in order.</summary>
    public ConcurrentQueue<ReconcileAction> Performed { get; } = [];

    public ConcurrentQueue<(ObjectKey Key, string Message, int Failures, TimeSpan RetryAfter)> Failures { get; } = [];

    /// <summary>Performs an action; by default nothing happens.</summary>
    public Func<ActorTurn, ReconcileAction, ValueTask<ActionOutcome>> Perform { get; set; } = (_, _) => ValueTask.FromResult(ActionOutcome.Done);

    /// <summary>Shows a failure; by default nothing happens.</summary>
    public Action Show { get; set; } = () => { };

    public static async Task<ActorFixture> CreateAsync(
        Func<ReconcileContext, Decision> decide, ActorOptions? options = null, params IWakeRule[] rules) =>
        new(await ViewFixture.StartAsync(), decide, options ?? new ActorOptions(), rules);

    public static async Task<ActorFixture> StartAsync(
        Func<ReconcileContext, Decision> decide, ActorOptions? options = null, params IWakeRule[] rules)
    {
        var fixture = await CreateAsync(decide, options, rules);
        fixture.Actors.Start();
        return fixture;
    }

    /// <summary>The next decision that was asked for.</summary>
    public ValueTask<ReconcileContext> NextTurnAsync() => _turns.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>Waits until the object has nothing more to do now; true if it was not reconciled meanwhile.</summary>
    public async Task<bool> IsQuietAsync(ObjectKey key)
    {
        await Region.AskAsync(key, (_, _) => ValueTask.FromResult(true), TestContext.Current.CancellationToken);
        while (Actors.ActiveActors > 0)
        {
            // Commands overtake wake-ups that no worker has taken on yet.
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        return _turns.Reader.Count == 0;
    }

    public async ValueTask<ActionOutcome> PerformAsync(ActorTurn turn, ReconcileAction action, CancellationToken cancellationToken)
    {
        Performed.Enqueue(action);
        return await Perform(turn, action);
    }

    public void OnFailed(ObjectKey key, Exception exception, int failures, TimeSpan retryAfter)
    {
        Failures.Enqueue((key, exception.Message, failures, retryAfter));
        Show();
    }

    public async ValueTask DisposeAsync()
    {
        await Actors.DisposeAsync();
        await Host.DisposeAsync();
    }

    private sealed class Reconciler(ActorFixture fixture, string resource) : IReconciler
    {
        public string Resource => resource;

        public Decision Reconcile(ReconcileContext context)
        {
            fixture._turns.Writer.TryWrite(context);
            return fixture._decide(context);
        }
    }
}
