using ActorKube.Engine.Actors;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Actors.Regions;
using ActorKube.Engine.Tests.Support;

namespace ActorKube.Engine.Tests.Actors;

public sealed class RegionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ask_ManyCallersOfOneObject_RunOneAtATimeAndLoseNoUpdate()
    {
        await using var system = await ActorFixture.StartAsync(_ => Decision.None);
        var key = Make.Key("counter", resource: "unreconciled");
        var running = 0;

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(
            async () => await system.Region.AskAsync(
                key,
                async (turn, cancellation) =>
                {
                    Assert.Equal(1, Interlocked.Increment(ref running));
                    var version = turn.Snapshot().VersionOf(key);
                    var result = await turn.Store.AppendAsync(Make.Put(key, version), cancellation);
                    Assert.True(result.Committed);
                    return Interlocked.Decrement(ref running);
                },
                Cancellation),
            Cancellation)));

        Assert.Equal(200, system.Host.View.Snapshot().VersionOf(key));
        Assert.Equal(0, system.Actors.ActiveActors);
    }

    [Fact]
    public async Task Ask_WhileBusy_WaitsItsTurnInOrder()
    {
        await using var system = await ActorFixture.StartAsync(_ => Decision.None);
        var (key, gate, order) = (Make.Key("a"), new TaskCompletionSource(), new List<int>());
        var first = system.Region.AskAsync(key, async (_, _) => { await gate.Task; return 0; }, Cancellation).AsTask();
        var later = Enumerable.Range(1, 5)
            .Select(i => system.Region.AskAsync(key, (_, _) => { order.Add(i); return ValueTask.FromResult(i); }, Cancellation).AsTask())
            .ToArray();
        Assert.DoesNotContain(later, task => task.IsCompleted);

        gate.SetResult();
        await Task.WhenAll([first, .. later]);

        Assert.Equal([1, 2, 3, 4, 5], order);
    }

    [Fact]
    public async Task Ask_OtherObject_DoesNotWait()
    {
        await using var system = await ActorFixture.StartAsync(_ => Decision.None);
        var gate = new TaskCompletionSource();
        var busy = system.Region.AskAsync(Make.Key("a"), async (_, _) => { await gate.Task; return 0; }, Cancellation).AsTask();

        Assert.Equal(1, await system.Region.AskAsync(Make.Key("b"), (_, _) => ValueTask.FromResult(1), Cancellation));

        gate.SetResult();
        await busy;
    }

    [Fact]
    public async Task Ask_GivenUpWhileWaiting_DoesNotRunAndTheNextDoes()
    {
        await using var system = await ActorFixture.StartAsync(_ => Decision.None);
        var (key, gate) = (Make.Key("a"), new TaskCompletionSource());
        using var impatient = new CancellationTokenSource();
        var busy = system.Region.AskAsync(key, async (_, _) => { await gate.Task; return 0; }, Cancellation).AsTask();
        var cancelled = system.Region.AskAsync<int>(key, (_, _) => throw new InvalidOperationException("ran"), impatient.Token).AsTask();
        var next = system.Region.AskAsync(key, (_, _) => ValueTask.FromResult(7), Cancellation).AsTask();

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        gate.SetResult();

        Assert.Equal(7, await next);
        await busy;
    }

    [Fact]
    public async Task Ask_CommandThrows_IsTheCallersAndTheActorGoesOn()
    {
        await using var system = await ActorFixture.StartAsync(_ => Decision.None);
        var key = Make.Key("a");

        await Assert.ThrowsAsync<NotSupportedException>(
            async () => await system.Region.AskAsync<int>(key, (_, _) => throw new NotSupportedException(), Cancellation));

        Assert.Equal(1, await system.Region.AskAsync(key, (_, _) => ValueTask.FromResult(1), Cancellation));
        Assert.Equal(0, system.Actors.ActiveActors);
    }

    [Fact(Timeout = 60_000)]
    public async Task Ask_EveryWorkerWaitsForAnActorThatWasWoken_GoesOn()
    {
        var (node, gate) = (Make.Key("node"), new TaskCompletionSource());
        await using var system = await ActorFixture.StartAsync(
            context => context.Key == node ? Decision.None : Decision.Do(new AskTheNode()), new ActorOptions { Concurrency = 2 });
        system.Perform = async (_, _) => await system.Region.AskAsync(node, (_, _) => ValueTask.FromResult(ActionOutcome.Done), Cancellation);
        var busy = system.Region.AskAsync(node, async (_, _) => { await gate.Task; return 0; }, Cancellation).AsTask();
        system.Region.Wake(node);
        system.Region.Wake(Make.Key("a"));
        system.Region.Wake(Make.Key("b"));
        List<ReconcileContext> turns = [await system.NextTurnAsync()];

        gate.SetResult();
        await busy;
        turns.AddRange([await system.NextTurnAsync(), await system.NextTurnAsync()]);

        Assert.Equal(["a", "b", "node"], turns.Select(static t => t.Key.Name).Order());
    }

    [Fact]
    public async Task Dispose_CommandBehindAWakeUp_StillGetsItsTurn()
    {
        var system = await ActorFixture.CreateAsync(_ => Decision.None);
        var (key, gate) = (Make.Key("a"), new TaskCompletionSource());
        var busy = system.Region.AskAsync(key, async (_, _) => { await gate.Task; return 0; }, Cancellation).AsTask();
        system.Region.Wake(key);
        var behind = system.Region.AskAsync(key, (_, _) => ValueTask.FromResult(7), Cancellation).AsTask();

        await system.DisposeAsync();
        gate.SetResult();

        Assert.Equal(7, await behind);
        await busy;
    }

    private sealed record AskTheNode : ReconcileAction;
}
