using ActorKube.Actors.Shared;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Apps;
using ActorKube.Api.AutoscalingV2;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Tests.Autoscaling;

/// <summary>Autoscalers among all other actors.</summary>
public sealed class LiveAutoscalerTests(LiveCluster cluster) : IClassFixture<LiveCluster>
{
    [Fact(Timeout = 20_000)]
    public async Task Autoscaler_OfWhatIsAboveItsMaximum_ScalesItDown()
    {
        var deployment = Make.Deployment(5);
        var target = await cluster.CreateAsync(deployment with { Metadata = new ObjectMeta { Name = "web", Namespace = "ns" }, Spec = deployment.Spec with { Paused = false } });
        var autoscaler = AutoscalerBench.Autoscaler("h");
        var stored = await cluster.CreateAsync(autoscaler with { Metadata = new ObjectMeta { Name = "h", Namespace = "ns" }, Spec = autoscaler.Spec with { MaxReplicas = 2 } });

        var view = await cluster.UntilAsync(v => v.Get(stored.Key)!.Read<HorizontalPodAutoscaler>().Status.Conditions?.Any(static c => c.Reason == "FailedGetResourceMetric") == true);
        Assert.Equal(2, view.Get(target.Key)!.Read<Deployment>().Spec.Replicas);
        Assert.NotNull(view.Get(stored.Key)!.Read<HorizontalPodAutoscaler>().Status.LastScaleTime);
        await cluster.UntilAsync(v => v.List(Resources.Events, "ns").Any(static e => e.Read<Event>() is { Reason: "SuccessfulRescale", Message: "New size: 2; reason: Current number of replicas above Spec.MaxReplicas" }));
    }
}
