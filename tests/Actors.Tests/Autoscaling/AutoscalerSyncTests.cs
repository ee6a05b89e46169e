using ActorKube.Actors.Actions;
using ActorKube.Actors.Autoscaling.Metrics;
using ActorKube.Actors.Autoscaling.State;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Apps;
using ActorKube.Api.AutoscalingV2;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using static ActorKube.Actors.Tests.Autoscaling.AutoscalerBench;

namespace ActorKube.Actors.Tests.Autoscaling;

public sealed class AutoscalerSyncTests
{
    private const string GotScale = "AbleToScale=True SucceededGetScale: the HPA controller was able to get the target's current scale";

    [Theory]
    [InlineData("apps/v1", "Deployment", "deployments/scale.apps \"web\" not found")]
    [InlineData("v1", "ReplicationController", "replicationcontrollers/scale.autoscaling \"web\" not found")]
    [InlineData("v1", "Pod", "the server could not find the requested resource")]
    [InlineData("apps/v1", "Unknown", "no matches for kind \"Unknown\" in group \"apps\"")]
    [InlineData("a/b/c", "Deployment", "unexpected GroupVersion string: a/b/c")]
    public async Task Target_ThatIsNone_IsSaid(string version, string kind, string error)
    {
        var autoscaler = Autoscaler();
        await using var bench = await WithAsync(autoscaler with { Spec = autoscaler.Spec with { ScaleTargetRef = new() { ApiVersion = version, Kind = kind, Name = "web" } } });
        var actions = bench.Decide();

        Assert.Equal([$"AbleToScale=False FailedGetScale: the HPA controller was unable to get the target's current scale: {error}"], ConditionTexts(actions));
        Assert.Equal([$"Warning FailedGetScale: {error}"], EventTexts(actions));
    }

    [Fact]
    public async Task Target_AtZero_IsLeftAlone()
    {
        await using var bench = await WithAsync(Autoscaler(), Make.Deployment(0));
        var actions = bench.Decide();

        Assert.Equal([GotScale, "ScalingActive=False ScalingDisabled: scaling is disabled since the replica count of the target is zero"], ConditionTexts(actions));
        Assert.Empty(EventTexts(actions));
        Assert.Equal((0, 0), (StatusIn(actions).CurrentReplicas, StatusIn(actions).DesiredReplicas));
    }

    [Theory]
    [InlineData(12, 10, "above Spec.MaxReplicas")]
    [InlineData(2, 3, "below Spec.MinReplicas")]
    public async Task Target_OutOfBounds_IsBroughtBackWithoutMetrics(int replicas, int expected, string why)
    {
        var autoscaler = Autoscaler();
        await using var bench = await WithAsync(autoscaler with { Spec = autoscaler.Spec with { MinReplicas = 3 } }, Make.Deployment(replicas));
        var actions = bench.DecideGranted();

        Assert.Equal(expected, ((Deployment)actions.OfType<ReplaceObject>().Single().Next).Spec.Replicas);
        Assert.Equal([$"Normal SuccessfulRescale: New size: {expected}; reason: Current number of replicas {why}"], EventTexts(actions));
        Assert.Equal([$"AbleToScale=True SucceededRescale: the HPA controller was able to update the target scale to {expected}"], ConditionTexts(actions));
        Assert.Equal((replicas, expected, Now), (StatusIn(actions).CurrentReplicas, StatusIn(actions).DesiredReplicas, StatusIn(actions).LastScaleTime!.Value));
    }

    [Fact]
    public async Task Metrics_NotReadYet_AreReadFirst()
    {
        await using var bench = await WithAsync([Autoscaler(), Make.Deployment(4), .. SomePods(4)]);

        Assert.IsType<ReadMetrics>(Assert.Single(bench.Decide()));
    }

    [Fact]
    public async Task Metrics_AboveTarget_AddReplicas()
    {
        await using var bench = await WithAsync([Autoscaler(), Make.Deployment(4), .. SomePods(4)]);
        var actions = bench.DecideGranted(Usage(800, 800, 800, 800));

        // 80 % of 50 % wanted: 1.6 * 4 = 6.4.
        Assert.Equal(7, ((Deployment)actions.OfType<ReplaceObject>().Single().Next).Spec.Replicas);
        Assert.Equal(["Normal SuccessfulRescale: New size: 7; reason: cpu resource utilization (percentage of request) above target"], EventTexts(actions));
        Assert.Equal(
            [
                "AbleToScale=True SucceededRescale: the HPA controller was able to update the target scale to 7",
                "ScalingActive=True ValidMetricFound: the HPA was able to successfully calculate a replica count from cpu resource utilization (percentage of request)",
                "ScalingLimited=False DesiredWithinRange: the desired count is within the acceptable range",
            ],
            ConditionTexts(actions));
        var current = Assert.Single(StatusIn(actions).CurrentMetrics!).Resource!.Current;
        Assert.Equal((80, Milli(800)), (current.AverageUtilization, current.AverageValue));
    }

    [Fact]
    public async Task Metrics_FarAboveTarget_AreHeldByTheMaximum()
    {
        await using var bench = await WithAsync([Autoscaler(), Make.Deployment(6), .. SomePods(6)]);
        var actions = bench.DecideGranted(Usage(2000, 2000, 2000, 2000, 2000, 2000));

        Assert.Equal(10, StatusIn(actions).DesiredReplicas);
        Assert.Contains("ScalingLimited=True TooManyReplicas: the desired replica count is more than the maximum replica count", ConditionTexts(actions));
    }

    [Fact]
    public async Task Metrics_BelowTarget_WaitForTheWindow()
    {
        await using var bench = await WithAsync([Autoscaler(), Make.Deployment(4), .. SomePods(4)]);
        var actions = bench.DecideGranted(Usage(100, 100, 100, 100));

        Assert.Empty(actions.OfType<ReplaceObject>());
        Assert.Contains("AbleToScale=True ScaleDownStabilized: recent recommendations were higher than current one, applying the highest recent recommendation", ConditionTexts(actions));

        bench.State = bench.State with { Recommendations = [new Recommendation(4, Now.AddMinutes(-6)), new Recommendation(2, Now.AddMinutes(-2))] };
        actions = bench.DecideGranted(Usage(100, 100, 100, 100));
        Assert.Equal(2, StatusIn(actions).DesiredReplicas);
        Assert.Equal(["Normal SuccessfulRescale: New size: 2; reason: All metrics below target"], EventTexts(actions));
    }

    [Fact]
    public async Task Metrics_OnTarget_ChangeNothing()
    {
        await using var bench = await WithAsync([Autoscaler(), Make.Deployment(4), .. SomePods(4)]);
        var actions = bench.Decide(Usage(540, 540, 540, 540));

        Assert.Empty(actions.OfType<Attempt>());
        Assert.Empty(EventTexts(actions));
        Assert.Contains("AbleToScale=True ReadyForNewScale: recommended size matches current size", ConditionTexts(actions));
        Assert.Equal(4, Assert.Single(actions.OfType<RememberState>()).State.Recommendations[^1].Replicas);
    }

    [Fact]
    public async Task Metrics_ThatNobodyServes_AreSaid()
    {
        await using var bench = await WithAsync([Autoscaler(), Make.Deployment(2), .. SomePods(2)]);
        var actions = bench.Decide(MetricApis.NoUsage(registered: false));

        const string error = "failed to get cpu utilization: unable to get metrics for resource cpu: unable to fetch metrics from resource metrics API: the server could not find the requested resource (get pods.metrics.k8s.io)";
        Assert.Equal([GotScale, $"ScalingActive=False FailedGetResourceMetric: the HPA was unable to compute the replica count: {error}"], ConditionTexts(actions));
        Assert.Equal(
            [
                $"Warning FailedGetResourceMetric: {error}",
                $"Warning FailedComputeMetricsReplicas: invalid metrics (1 invalid out of 1), first error is: failed to get cpu resource metric value: {error}",
            ],
            EventTexts(actions));
        Assert.Equal("", Assert.Single(StatusIn(actions).CurrentMetrics!).Type);
    }

    [Fact]
    public async Task Metrics_SomeOfWhichFail_AddButTakeNothing()
    {
        var external = new MetricSpec { Type = "External", External = new() { Metric = new() { Name = "queue" }, Target = new() { Type = "Value", Value = Milli(1000) } } };
        await using var bench = await WithAsync([Autoscaler("h", Cpu(50), external), Make.Deployment(4), .. SomePods(4)]);
        bench.State = bench.State with { Recommendations = [new Recommendation(1, Now.AddMinutes(-1))] };

        Assert.Equal(7, StatusIn(bench.DecideGranted(Usage(800, 800, 800, 800), new MetricAnswer.Failed("gone"))).DesiredReplicas);
        var actions = bench.DecideGranted(Usage(100, 100, 100, 100), new MetricAnswer.Failed("gone"));
        Assert.Contains(ConditionTexts(actions), static c => c.StartsWith("ScalingActive=False FailedGetExternalMetric", StringComparison.Ordinal));
        Assert.Empty(actions.OfType<ReplaceObject>());
    }

    [Fact]
    public async Task Rescale_ThatIsRefused_IsSaid()
    {
        await using var bench = await WithAsync(Autoscaler(), Make.Deployment(12));
        var refused = Assert.IsType<Attempt>(bench.Decide()[0]).Else(ApiErrors.Forbidden("deployments", "apps", "web", "no"));

        Assert.Equal(["AbleToScale=False FailedUpdateScale: the HPA controller was unable to update the target scale: deployments.apps \"web\" is forbidden: no"], ConditionTexts(refused));
        Assert.Equal(["Warning FailedRescale: New size: 10; reason: Current number of replicas above Spec.MaxReplicas; error: deployments.apps \"web\" is forbidden: no"], EventTexts(refused));
    }

    [Fact]
    public async Task Selector_OfTwoAutoscalers_StopsTheYounger()
    {
        var older = Autoscaler("a");
        await using var bench = await WithAsync([older, Autoscaler(), Make.Deployment(2), .. SomePods(2)]);
        var actions = bench.Decide();

        const string error = "pods by selector app=web are controlled by multiple HPAs: [ns/a ns/h]";
        Assert.Equal([GotScale, $"ScalingActive=False AmbiguousSelector: {error}"], ConditionTexts(actions));
        Assert.Equal([$"Warning AmbiguousSelector: {error}", $"Warning FailedComputeMetricsReplicas: {error}"], EventTexts(actions));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(15, true)]
    public async Task Selector_OfTwoAutoscalers_StopsTheOlderOnceTheOtherWasLookedAt(int secondsAgo, bool stops)
    {
        var younger = Autoscaler("z") with
        {
            Status = new() { Conditions = [new HorizontalPodAutoscalerCondition { Type = "ScalingActive", Status = ConditionStatus.False, Reason = "AmbiguousSelector", LastTransitionTime = Now.AddSeconds(-secondsAgo) }] },
        };
        await using var bench = await WithAsync([younger, Autoscaler(), Make.Deployment(2), .. SomePods(2)]);

        Assert.Equal(stops, bench.Decide().OfType<EmitEvent>().Any(static e => e.Reason == "AmbiguousSelector"));
    }

    [Fact]
    public async Task Status_ThatStays_IsNotWritten()
    {
        await using var bench = await WithAsync(Autoscaler());
        var written = (HorizontalPodAutoscaler)bench.Decide().OfType<ReplaceStatus>().Single().Next;
        await bench.Cluster.PutAsync(written);

        Assert.Empty(bench.Decide().OfType<ReplaceStatus>());
    }
}
