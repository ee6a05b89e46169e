using ActorKube.Engine.Actors;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Tests.Support;

namespace ActorKube.Engine.Tests.Actors;

public sealed class SupervisionTests
{
    private static readonly ObjectKey Pod = Make.Key("a");

    [Fact]
    public async Task Failure_IsReportedAndRetriedLaterAndLaterUntilItSucceeds()
    {
        var turns = 0;
        await using var system = await ActorFixture.StartAsync(
            _ => ++turns is 4 or 6 ? Decision.None : throw new InvalidOperationException($"turn {turns}"));
        await system.Host.PutAsync(Pod);
        foreach (var delay in new[] { 5, 10, 20 })
        {
            await system.NextTurnAsync();
            Assert.True(await system.IsQuietAsync(Pod));
            system.Host.Time.Advance(TimeSpan.FromMilliseconds(delay - 1));
            Assert.True(await system.IsQuietAsync(Pod));
            system.Host.Time.Advance(TimeSpan.FromMilliseconds(1));
        }

        // The fourth succeeds, after which a failure is the first again.
        await system.NextTurnAsync();
        await system.Host.PutAsync(Pod);
        await system.NextTurnAsync();
        Assert.True(await system.IsQuietAsync(Pod));

        Assert.Equal(
            [("turn 1", 1, 5), ("turn 2", 2, 10), ("turn 3", 3, 20), ("turn 5", 1, 5)],
            system.Failures.Select(f => (f.Message, f.Failures, f.RetryAfter.TotalMilliseconds)));
    }

    [Fact]
    public async Task Failure_OfAnAction_IsAFailureOfTheTurn()
    {
        await using var system = await ActorFixture.StartAsync(_ => Decision.Do(new Break()));
        system.Perform = (_, _) => throw new InvalidOperationException("broken");

        await system.Host.PutAsync(Pod);
        await system.NextTurnAsync();
        Assert.True(await system.IsQuietAsync(Pod));

        Assert.Equal([(Pod, "broken", 1, TimeSpan.FromMilliseconds(5))], system.Failures);
    }

    [Fact]
    public async Task Failure_OfOneObject_DoesNotTouchOthers()
    {
        await using var system = await ActorFixture.StartAsync(
            context => context.Key == Pod ? throw new InvalidOperationException() : Decision.None);
        await system.Host.PutAsync(Pod);
        await system.NextTurnAsync();

        await system.Host.PutAsync(Make.Key("b"));

        Assert.Equal("b", (await system.NextTurnAsync()).Key.Name);
    }

    [Fact]
    public async Task Failure_ThatCannotBeShown_DoesNotStopTheWorkers()
    {
        await using var system = await ActorFixture.StartAsync(
            context => context.Key == Pod ? throw new InvalidOperationException() : Decision.None, new ActorOptions { Concurrency = 1 });
        system.Show = () => throw new NotSupportedException();
        await system.Host.PutAsync(Pod);
        await system.NextTurnAsync();

        await system.Host.PutAsync(Make.Key("b"));

        Assert.Equal("b", (await system.NextTurnAsync()).Key.Name);
    }

    [Fact]
    public async Task RequeueAfter_WakesAtThatTimeAndTheLastDecisionCounts()
    {
        var after = TimeSpan.FromSeconds(30);
        await using var system = await ActorFixture.StartAsync(_ => Decision.LookAgain(after));
        await system.Host.PutAsync(Pod);
        await system.NextTurnAsync();
        Assert.True(await system.IsQuietAsync(Pod));
        Assert.Equal((1, 0), (system.Actors.Alarms, system.Actors.ActiveActors));

        after = TimeSpan.FromSeconds(60);
        await system.Host.PutAsync(Pod);
        await system.NextTurnAsync();
        Assert.True(await system.IsQuietAsync(Pod));
        system.Host.Time.Advance(TimeSpan.FromSeconds(59.9));
        Assert.True(await system.IsQuietAsync(Pod));
        system.Host.Time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal(system.Host.Time.GetUtcNow(), (await system.NextTurnAsync()).Now);
    }

    [Fact]
    public async Task RequeueAfter_NoneAnyMore_ClearsTheAlarm()
    {
        var decision = Decision.LookAgain(TimeSpan.FromSeconds(30));
        await using var system = await ActorFixture.StartAsync(_ => decision);
        await system.Host.PutAsync(Pod);
        await system.NextTurnAsync();
        Assert.True(await system.IsQuietAsync(Pod));

        decision = Decision.None;
        await system.Host.PutAsync(Pod);
        await system.NextTurnAsync();
        Assert.True(await system.IsQuietAsync(Pod));

        Assert.Equal(0, system.Actors.Alarms);
    }

    private sealed record Break : ReconcileAction;
}
