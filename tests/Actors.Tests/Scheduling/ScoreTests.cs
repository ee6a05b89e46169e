using ActorKube.Actors.Scheduling;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Tests.Scheduling;

/// <summary>Which of several nodes that a pod could have it gets.</summary>
public sealed class ScoreTests
{
    private const long Gigabyte = 1000L * 1000 * 1000;

    [Fact(Timeout = 60_000)]
    public async Task Pod_WhoseImageIsThere_GoesToIt() =>
        Assert.Equal(["bind p to n3"], (await DecideAsync(Make.Pod("p"), Make.Node("n1"), Make.Node("n2"), Having(Make.Node("n3"), "img:latest", Gigabyte))).Texts());

    [Theory]
    [InlineData("img", "img:latest")]
    [InlineData("host:5000/img", "host:5000/img:latest")]
    [InlineData("host:5000/img:2", "host:5000/img:2")]
    public void Image_WithoutATag_IsTheLatest(string image, string name) => Assert.Equal(name, NodeImages.Normalized(image));

    [Fact(Timeout = 60_000)]
    public async Task Pod_OfThePackingScheduler_TakesTheFullestNode()
    {
        var pod = Make.Asking(Make.Pod("p"), "1");
        var packed = pod with { Spec = pod.Spec with { SchedulerName = PlacementProfile.Packing.Name } };
        IApiObject[] others = [Make.Node("n1"), Make.Node("n2"), Make.Node("n3"), Make.Asking(Make.Pod("a", node: "n2"), "2"), Make.Asking(Make.Pod("b", node: "n3"), "4")];
        Assert.Equal(["bind p to n1"], (await DecideAsync(pod, others)).Texts());
        Assert.Equal(["bind p to n2"], (await DecideAsync(packed, others)).Texts());
    }

    [Theory(Timeout = 60_000)]
    [InlineData(true, "n2")]
    [InlineData(false, "n1")]
    public async Task Pod_ThatOthersLikeOrDislike_IsPutAccordingly(bool likes, string node)
    {
        var term = new WeightedPodAffinityTerm { Weight = 100, PodAffinityTerm = new PodAffinityTerm { TopologyKey = "kubernetes.io/hostname", LabelSelector = new LabelSelector { MatchLabels = Make.Labels("app=web") } } };
        var other = Make.Pod("other", labels: "app=other", node: "n2");
        other = other with
        {
            Spec = other.Spec with
            {
                Affinity = likes
                    ? new Affinity { PodAffinity = new PodAffinity { PreferredDuringSchedulingIgnoredDuringExecution = [term] } }
                    : new Affinity { PodAntiAffinity = new PodAntiAffinity { PreferredDuringSchedulingIgnoredDuringExecution = [term] } },
            },
        };
        Assert.Equal([$"bind p to {node}"], (await DecideAsync(Make.Pod("p"), Make.Node("n1"), Make.Node("n2"), other)).Texts());
    }

    private static Node Having(Node node, string image, long size) =>
        node with { Status = node.Status with { Images = [new ContainerImage { Names = [image], SizeBytes = size }] } };

    private static async Task<Decision> DecideAsync(Pod pod, params IApiObject[] others)
    {
        await using var cluster = await Cluster.WithAsync([pod, .. others]);
        return cluster.Decide(new PlacementReconciler(cluster.Ledger()), pod);
    }
}
