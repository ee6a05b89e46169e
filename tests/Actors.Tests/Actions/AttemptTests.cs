using ActorKube.Actors.Actions;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Actors.Regions;
using ActorKube.Engine.Events;

namespace ActorKube.Actors.Tests.Actions;

public sealed class AttemptTests
{
    [Theory]
    [InlineData(3, ActionOutcome.Done, "done")]
    [InlineData(-1, ActionOutcome.Done, "refused")]
    public async Task Attempt_DoneOrRefused_IsFollowedUp(int replicas, ActionOutcome outcome, string reason)
    {
        await using var cluster = await Cluster.WithAsync(Make.Namespace(), Make.Deployment(1));

        Assert.Equal((outcome, reason), await PerformAsync(cluster, replicas));
        Assert.Equal(Math.Max(1, replicas), cluster.Get<Deployment>(Cluster.KeyOf(Make.Deployment(1))).Spec.Replicas);
    }

    [Fact]
    public async Task Attempt_OnOldState_IsFollowedByNothing()
    {
        await using var cluster = await Cluster.WithAsync(Make.Namespace(), Make.Deployment(1));
        var basis = cluster.View.Snapshot().Get(Cluster.KeyOf(Make.Deployment(1)))!;
        await cluster.PutAsync(Make.Deployment(2));

        Assert.Equal((ActionOutcome.Stale, ""), await PerformAsync(cluster, 3, basis));
    }

    private static async Task<(ActionOutcome Outcome, string Events)> PerformAsync(Cluster cluster, int replicas, Engine.Objects.StoredObject? basis = null)
    {
        var key = Cluster.KeyOf(Make.Deployment(1));
        var events = new Recorder();
        var performer = new ActionPerformer(cluster.Commands, events, Cluster.Writes, []);
        var value = cluster.Get<Deployment>(key);
        var attempt = new Attempt(new ReplaceObject(basis ?? cluster.View.Snapshot().Get(key)!, value with { Spec = value.Spec with { Replicas = replicas } }))
        {
            Then = [EmitEvent.Normal(value, "test", "done", "")],
            Else = refusal => [EmitEvent.Warning(value, "test", refusal.Code == 422 ? "refused" : refusal.Message, "")],
        };
        var outcome = await performer.PerformAsync(new ActorTurn(key, cluster.Store), attempt, TestContext.Current.CancellationToken);
        return (outcome, string.Join(',', events.Reasons));
    }

    private sealed class Recorder : IEventRecorder
    {
        public List<string> Reasons { get; } = [];

        public void Record(ObjectReference regarding, string type, string reason, string message, string component, string? host = null) => Reasons.Add(reason);
    }
}
