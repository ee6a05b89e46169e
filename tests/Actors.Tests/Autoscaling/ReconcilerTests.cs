using ActorKube.Actors.Autoscaling;
using ActorKube.Actors.Autoscaling.State;
using ActorKube.Actors.Tests.Support;
using ActorKube.Engine.Actors.Reconciling;
using static ActorKube.Actors.Tests.Autoscaling.AutoscalerBench;

namespace ActorKube.Actors.Tests.Autoscaling;

public sealed class ReconcilerTests
{
    [Fact]
    public async Task Autoscaler_LooksOnceAPeriod()
    {
        await using var cluster = await Cluster.WithAsync(Autoscaler());
        var memory = new AutoscalerMemory();
        var reconciler = new HorizontalPodAutoscalerReconciler(Cluster.Kinds, new AutoscalingOptions(), memory);

        var first = cluster.Decide(reconciler, Autoscaler());
        Assert.Equal(TimeSpan.FromSeconds(15), first.RequeueAfter);
        Assert.Empty(first.Actions);

        cluster.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(TimeSpan.FromSeconds(5), cluster.Decide(reconciler, Autoscaler()).RequeueAfter);

        cluster.Time.Advance(TimeSpan.FromSeconds(5));
        var remembered = cluster.Decide(reconciler, Autoscaler()).Only<RememberState>();
        memory.Remember(remembered.Key, remembered.State);
        Assert.Empty(cluster.Decide(reconciler, Autoscaler()).Actions);
    }

    [Fact]
    public async Task Autoscaler_ThatIsGone_IsForgotten()
    {
        await using var cluster = await Cluster.WithAsync(Autoscaler());
        var memory = new AutoscalerMemory();
        var reconciler = new HorizontalPodAutoscalerReconciler(Cluster.Kinds, new AutoscalingOptions(), memory);
        cluster.Decide(reconciler, Autoscaler());
        var key = Cluster.KeyOf(Autoscaler());
        cluster.Time.Advance(TimeSpan.FromMinutes(1));

        await cluster.RemoveAsync(Autoscaler());
        Assert.Equal(Decision.None, cluster.Decide(reconciler, key));
        Assert.Equal(cluster.Now, memory.Of(key, "uid-of-h", cluster.Now).SyncedAt);
    }
}
