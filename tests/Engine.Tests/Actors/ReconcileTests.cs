using ActorKube.Engine.Actors;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Tests.Support;

namespace ActorKube.Engine.Tests.Actors;

public sealed class ReconcileTests
{
    private static readonly ObjectKey Pod = Make.Key("a");

    [Fact]
    public async Task Change_OfAnObject_ReconcilesItWithItsState()
    {
        await using var system = await ActorFixture.StartAsync(_ => Decision.None);

        var revision = await system.Host.PutAsync(Pod, "hello");
        var turn = await system.NextTurnAsync();

        Assert.Equal((Pod, revision, system.Host.Time.GetUtcNow()), (turn.Key, turn.View.Revision, turn.Now));
        Assert.Equal("hello", Make.SpecOf(turn.Object!.Json));
        await system.Host.DeleteAsync(Pod);
        Assert.Null((await system.NextTurnAsync()).Object);
    }

    [Fact]
    public async Task Change_OfWhatIsNotReconciled_WakesNobody()
    {
        await using var system = await ActorFixture.StartAsync(_ => Decision.None);

        await system.Host.PutAsync(Make.Key("n", "", "nodes"));

        Assert.Equal(0, system.Actors.ActiveActors);
        Assert.True(await system.IsQuietAsync(Pod));
    }

    [Fact]
    public async Task Actions_ArePerformedInOrder_AndTheNextTurnSeesTheirWrites()
    {
        await using var system = await ActorFixture.StartAsync(context =>
            context.Object!.Version == 1 ? Decision.Do(new Say("first"), new Say("second")) : Decision.None);
        system.Perform = async (turn, action) =>
        {
            await turn.Store.AppendAsync(Make.Put(turn.Key, turn.Snapshot().VersionOf(turn.Key), ((Say)action).Text));
            return ActionOutcome.Done;
        };

        await system.Host.PutAsync(Pod);
        await system.NextTurnAsync();
        var next = await system.NextTurnAsync();

        Assert.Equal([new Say("first"), new Say("second")], system.Performed);
        Assert.Equal((3, "second"), (next.Object!.Version, Make.SpecOf(next.Object.Json)));
        Assert.True(await system.IsQuietAsync(Pod));
    }

    [Fact]
    public async Task Action_OnOldState_DropsTheRestAndDecidesAgain()
    {
        var turns = 0;
        await using var system = await ActorFixture.StartAsync(_ => ++turns == 1 ? Decision.Do(new Say("stale"), new Say("never")) : Decision.None);
        system.Perform = (_, _) => ValueTask.FromResult(ActionOutcome.Stale);

        await system.Host.PutAsync(Pod);
        await system.NextTurnAsync();
        await system.NextTurnAsync();

        Assert.True(await system.IsQuietAsync(Pod));
        Assert.Equal([new Say("stale")], system.Performed);
        Assert.Empty(system.Failures);
    }

    [Fact]
    public async Task WakeUps_DuringATurn_BecomeOneMore()
    {
        var (entered, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var system = await ActorFixture.StartAsync(_ => entered.Task.IsCompleted ? Decision.None : Decision.Do(new Say("slow")));
        system.Perform = async (_, _) =>
        {
            entered.SetResult();
            await gate.Task;
            return ActionOutcome.Done;
        };
        await system.Host.PutAsync(Pod);
        await entered.Task;

        for (var i = 0; i < 10; i++)
        {
            await system.Host.PutAsync(Pod, $"{i}");
        }

        gate.SetResult();
        Assert.Equal(1, (await system.NextTurnAsync()).Object!.Version);
        Assert.Equal(11, (await system.NextTurnAsync()).Object!.Version);
        Assert.True(await system.IsQuietAsync(Pod));
    }

    [Fact]
    public async Task OwnerRule_ChangeOfWhatIsOwned_WakesItsOwnersOldAndNew()
    {
        var rule = new OwnerWakeRule(owner => owner.Kind == "ReplicaSet" ? "owners" : null, _ => true, "pods");
        await using var system = await ActorFixture.StartAsync(_ => Decision.None, rules: rule);

        await system.Host.PutAsync(Pod, owner: "u1");

        ObjectKey[] woken = [(await system.NextTurnAsync()).Key, (await system.NextTurnAsync()).Key];
        Assert.Equal([Make.Key("rs", resource: "owners"), Pod], woken.Order());
        await system.Host.PutAsync(Pod, owner: null);
        woken = [(await system.NextTurnAsync()).Key, (await system.NextTurnAsync()).Key];
        Assert.Equal([Make.Key("rs", resource: "owners"), Pod], woken.Order());
    }

    [Fact]
    public async Task Start_ObjectsThatExist_AreAllReconciledOnce()
    {
        await using var system = await ActorFixture.CreateAsync(_ => Decision.None, new ActorOptions { Concurrency = 4, StartBacklog = 32 });
        for (var i = 0; i < 1000; i++)
        {
            await system.Host.PutAsync(Make.Key($"n{i}"));
        }

        system.Actors.Start();

        var woken = new HashSet<ObjectKey>();
        for (var i = 0; i < 1000; i++)
        {
            Assert.True(woken.Add((await system.NextTurnAsync()).Key));
            Assert.True(system.Actors.ActiveActors < 32 + (4 * 16) + 4);
        }
    }

    [Fact]
    public async Task Turns_OfManyObjects_AreNoMoreAtATimeThanAllowed()
    {
        var (running, most) = (0, 0);
        var full = new TaskCompletionSource();
        await using var system = await ActorFixture.StartAsync(_ => Decision.Do(new Say("work")), new ActorOptions { Concurrency = 3 });
        system.Perform = async (_, _) =>
        {
            var now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            if (now == 3)
            {
                full.TrySetResult();
            }

            await full.Task;
            Interlocked.Decrement(ref running);
            return ActionOutcome.Done;
        };

        for (var i = 0; i < 100; i++)
        {
            await system.Host.PutAsync(Make.Key($"n{i}"));
        }

        for (var i = 0; i < 100; i++)
        {
            await system.IsQuietAsync(Make.Key($"n{i}"));
        }

        Assert.Equal(3, most);
        Assert.Equal(100, system.Performed.Count);
        Assert.Equal(0, system.Actors.ActiveActors);
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref target)) < value)
        {
            Interlocked.CompareExchange(ref target, value, seen);
        }
    }

    private sealed record Say(string Text) : ReconcileAction;
}
