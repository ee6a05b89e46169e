using ActorKube.Actors.Autoscaling;
using ActorKube.Actors.Autoscaling.Metrics;
using ActorKube.Actors.Autoscaling.Replicas;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.ApiRegistration;
using ActorKube.Api.AutoscalingV2;
using ActorKube.Api.Meta;
using ActorKube.Api.Metrics;
using ActorKube.Api.Selectors;
using static ActorKube.Actors.Tests.Autoscaling.AutoscalerBench;

namespace ActorKube.Actors.Tests.Autoscaling;

public sealed class MetricsTests
{
    private static readonly LabelSelector Selector = new() { MatchLabels = Make.Labels("b=2,a=1") };

    private static readonly MetricSpec OfPods = new() { Type = "Pods", Pods = new() { Metric = new() { Name = "rps" }, Target = new() { Type = "AverageValue", AverageValue = Milli(100) } } };

    private static readonly MetricSpec OfObject = new()
    {
        Type = "Object",
        Object = new() { DescribedObject = new() { Kind = "Ingress", Name = "i" }, Metric = new() { Name = "rps" }, Target = new() { Type = "Value", Value = Milli(300) } },
    };

    private static readonly MetricSpec External = new()
    {
        Type = "External",
        External = new() { Metric = new() { Name = "queue", Selector = Selector }, Target = new() { Type = "AverageValue", AverageValue = Milli(300) } },
    };

    private static readonly MetricSpec OfContainer = new()
    {
        Type = "ContainerResource",
        ContainerResource = new() { Name = "cpu", Container = "c", Target = new() { Type = "AverageValue", AverageValue = Milli(200) } },
    };

    [Fact]
    public async Task Apis_ThatNobodyRegistered_AreSaidToBeMissing()
    {
        await using var cluster = await Cluster.WithAsync();
        var reader = new MetricsReader(null, null);
        var answers = await reader.ReadAsync(cluster.View.Snapshot(), "ns", LabelQuery.Everything, [OfPods, OfObject, External, OfContainer], TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                "FailedGetPodsMetric: unable to get metric rps: unable to fetch metrics from custom metrics API: no custom metrics API (custom.metrics.k8s.io) registered",
                "FailedGetObjectMetric: unable to get metric rps: unable to fetch metrics from custom metrics API: no custom metrics API (custom.metrics.k8s.io) registered on Ingress ns/i",
                "FailedGetExternalMetric: unable to get external metric ns/queue/&LabelSelector{MatchLabels:map[string]string{a: 1,b: 2,},MatchExpressions:[]LabelSelectorRequirement{},}: "
                    + "unable to fetch metrics from external metrics API: the server could not find the requested resource (get queue.external.metrics.k8s.io)",
                "FailedGetContainerResourceMetric: failed to get cpu usage: unable to get metrics for resource cpu: unable to fetch metrics from resource metrics API: "
                    + "the server could not find the requested resource (get pods.metrics.k8s.io)",
            ],
            new[] { OfPods, OfObject, External, OfContainer }.Select((m, i) => Assert.IsType<ScaleProposal.None>(MetricProposals.Of(m, answers[i], Subject))).Select(static n => $"{n.Reason}: {n.Message}"));
    }

    [Fact]
    public async Task Apis_ThatNobodyCanReach_AreSaidToBeUnable()
    {
        var adapter = new APIService
        {
            ApiVersion = "apiregistration.k8s.io/v1",
            Kind = "APIService",
            Metadata = new ObjectMeta { Name = "v1beta1.external.metrics.k8s.io" },
            Spec = new() { Group = "external.metrics.k8s.io", Version = "v1beta1", Service = new() { Namespace = "ns", Name = "adapter" } },
        };
        await using var cluster = await Cluster.WithAsync(adapter);
        var answers = await new MetricsReader(null, null).ReadAsync(cluster.View.Snapshot(), "ns", LabelQuery.Everything, [External], TestContext.Current.CancellationToken);

        Assert.Equal("the server is currently unable to handle the request (get queue.external.metrics.k8s.io)", Assert.IsType<MetricAnswer.Failed>(answers[0]).Message);
    }

    [Fact]
    public async Task Usage_WhenTheApiIsRegistered_IsAskedForOnce()
    {
        await using var cluster = await Cluster.WithAsync(ApiServiceBootstrap.Metrics);
        var readings = new Readings();
        var answers = await new MetricsReader(readings, null).ReadAsync(cluster.View.Snapshot(), "ns", LabelQuery.Everything, [Cpu(50), OfContainer], TestContext.Current.CancellationToken);

        Assert.Equal("the server is currently unable to handle the request (get pods.metrics.k8s.io)", Assert.IsType<MetricAnswer.Failed>(answers[0]).Message);
        Assert.Equal((1, answers[0]), (readings.Asked, answers[1]));
    }

    [Fact]
    public void Proposals_OfAllKinds_NameTheirMetric()
    {
        var perPod = new MetricAnswer.PerPod(Enumerable.Range(0, 3).ToDictionary(static i => $"web-{i}", static _ => new PodValue(Now, TimeSpan.FromSeconds(60), 200)));
        var numbers = new MetricAnswer.Numbers([600, 300]);

        Assert.Equal((6, "pods metric rps"), Found(OfPods, perPod));
        Assert.Equal((6, "Ingress metric rps"), Found(OfObject, numbers));
        Assert.Equal((3, "external metric queue(&LabelSelector{MatchLabels:map[string]string{a: 1,b: 2,},MatchExpressions:[]LabelSelectorRequirement{},})"), Found(External, numbers));
        Assert.Equal((6, "cpu resource"), Found(OfContainer, Usage(400, 400, 400)));

        static (int, string) Found(MetricSpec spec, MetricAnswer answer) => MetricProposals.Of(spec, answer, Subject) is ScaleProposal.Found found ? (found.Replicas, found.Metric) : default;
    }

    [Fact]
    public void Usage_OfAContainerThatIsNotThere_IsSaid()
    {
        var other = OfContainer with { ContainerResource = OfContainer.ContainerResource! with { Container = "x" } };
        var none = Assert.IsType<ScaleProposal.None>(MetricProposals.Of(other, Usage(1), Subject));

        Assert.Equal("failed to get cpu usage: unable to get metrics for resource cpu: failed to get container metrics: container x not present in metrics for pod ns/web-0", none.Message);
        Assert.StartsWith("failed to get x container metric value: ", none.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Usage_OfAnEarlierPodOfThatName_IsNotIts()
    {
        var later = Running("web-0") with { Metadata = Make.Meta("web-0", "app=web") with { Uid = "another" } };
        var none = Assert.IsType<ScaleProposal.None>(MetricProposals.Of(Cpu(50), Usage(1), Subject with { Pods = [later] }));

        Assert.EndsWith("no metrics returned from resource metrics API", none.Message, StringComparison.Ordinal);
    }

    private static ScaleSubject Subject { get; } = new("ns", 3, 3, SomePods(3), new AutoscalingOptions(), Now);

    private sealed class Readings : IUsageReadings
    {
        public int Asked { get; private set; }

        public ValueTask<IReadOnlyList<NodeReading>> ReadAsync(CancellationToken cancellationToken)
        {
            Asked++;
            return new([]);
        }
    }
}
