using ActorKube.Actors.Autoscaling;
using ActorKube.Actors.Autoscaling.Metrics;
using ActorKube.Actors.Autoscaling.Replicas;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Core;
using static ActorKube.Actors.Tests.Autoscaling.AutoscalerBench;

namespace ActorKube.Actors.Tests.Autoscaling;

/// <summary>Pods in short: milli-cores of one that is ready; <c>?</c> unknown, <c>p</c> pending, <c>u</c> unready since its start, <c>n</c> new and just ready, <c>x</c> failed, <c>-</c> going.</summary>
public sealed class ReplicasTests
{
    [Theory]
    [InlineData(3, "300 500 700", 3, 50, 100)] // on target
    [InlineData(3, "300 500 750", 3, 51, 102)] // within a tenth
    [InlineData(3, "800 800 800", 5, 80, 160)] // ceil(1.6 * 3)
    [InlineData(3, "100 100 100", 1, 10, 20)] // ceil(0.2 * 3)
    [InlineData(4, "800 800 ? ?", 4, 80, 160)] // unknown as 0: 40 %, which points the other way
    [InlineData(3, "1000 1000 ?", 4, 100, 200)] // unknown as 0: ceil(1.32 * 3)
    [InlineData(3, "100 100 ?", 3, 10, 20)] // unknown as all: 40 %, ceil(0.8 * 3)
    [InlineData(3, "1000 1000 p", 4, 100, 200)] // pending as 0
    [InlineData(3, "1000 1000 u", 4, 100, 200)] // unready as 0
    [InlineData(3, "1000 1000 n", 4, 100, 200)] // not measured since it is ready
    [InlineData(3, "100 100 p", 1, 10, 20)] // unready doesn't count downwards: ceil(0.2 * 2)
    [InlineData(3, "800 800 x", 4, 80, 160)] // failed never counts: ceil(1.6 * 2)
    [InlineData(3, "800 800 -", 4, 80, 160)] // nor does what goes
    [InlineData(3, "? ? 1500", 3, 150, 300)] // 50 %
    public void Utilization_OfPods_AsksForReplicas(int current, string pods, int expected, int utilization, int percentOfTarget)
    {
        var (all, values) = Of(pods);
        var (replicas, ratio) = AverageReplicas.Of(
            current, all, values, () => new UtilizationMeasure(UtilizationMeasure.Requests(all, "cpu", null), 50), isCpu: true, new AutoscalingOptions(), Now);

        Assert.Equal((expected, utilization, percentOfTarget), (replicas, ratio.Utilization, (int)Math.Floor(ratio.Value * 100 + 1e-9)));
    }

    [Theory]
    [InlineData(2, "300 500", 4, 400)] // 400 / 200
    [InlineData(2, "100 300", 2, 200)]
    [InlineData(3, "100 100 ?", 2, 100)] // unknown as the target: average 133, ceil(0.66 * 3)
    [InlineData(3, "400 400 x", 4, 400)]
    public void Average_OfPods_AsksForReplicas(int current, string pods, int expected, long average)
    {
        var (all, values) = Of(pods);
        var (replicas, ratio) = AverageReplicas.Of(current, all, values, () => new AverageMeasure(200), isCpu: false, new AutoscalingOptions(), Now);

        Assert.Equal((expected, average), (replicas, ratio.Average));
    }

    [Theory]
    [InlineData("", "no pods returned by selector while calculating replica count")]
    [InlineData("p u n", "did not receive metrics for targeted pods (pods might be unready)")]
    public void Pods_ThatTellNothing_GiveNoNumber(string pods, string error)
    {
        var (all, values) = Of(pods);

        Assert.Equal(error, Assert.Throws<MetricException>(() => AverageReplicas.Of(1, all, values, () => new AverageMeasure(1), isCpu: true, new AutoscalingOptions(), Now)).Message);
    }

    [Fact]
    public void Requests_ThatAreMissing_AreNamed()
    {
        var pod = Make.Pod("web-0");

        Assert.Equal("missing request for cpu in container c of Pod web-0", Assert.Throws<MetricException>(() => UtilizationMeasure.Requests([pod], "cpu", null)).Message);
    }

    [Theory]
    [InlineData(3, 900, 300, 9)]
    [InlineData(3, 320, 300, 3)]
    [InlineData(0, 900, 300, 3)]
    [InlineData(0, 0, 300, 0)]
    public void Number_AgainstItsTarget_AsksForReplicas(int current, long number, long target, int expected) =>
        Assert.Equal(expected, NumberReplicas.ByValue(current, number, target, SomePods(3), new AutoscalingOptions()));

    [Theory]
    [InlineData(3, 900, 300, 3, 300)]
    [InlineData(3, 1200, 300, 4, 400)]
    [InlineData(3, 100, 300, 1, 34)]
    [InlineData(0, 900, 300, 3, 0)]
    public void Number_SharedAmongPods_AsksForReplicas(int present, long number, long target, int expected, long share) =>
        Assert.Equal((expected, share), NumberReplicas.ByShare(present, number, target, new AutoscalingOptions()));

    private static (List<Pod> Pods, Dictionary<string, PodValue> Values) Of(string text)
    {
        var (pods, values) = (new List<Pod>(), new Dictionary<string, PodValue>());
        foreach (var (i, word) in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Index())
        {
            var pod = Running($"web-{i}");
            pods.Add(word switch
            {
                "p" => pod with { Status = pod.Status with { Phase = PodPhases.Pending } },
                "x" => pod with { Status = pod.Status with { Phase = PodPhases.Failed } },
                "-" => Make.Deleting(pod),
                "u" => Ready(pod, ConditionStatus.False, Now.AddMinutes(-1), Now.AddMinutes(-1)),
                "n" => Ready(pod, ConditionStatus.True, Now.AddSeconds(-20), Now.AddSeconds(-10)),
                _ => pod,
            });
            if (word is not ("?" or "p"))
            {
                values[$"web-{i}"] = new PodValue(Now, TimeSpan.FromSeconds(15), long.TryParse(word, out var milli) ? milli : 5000);
            }
        }

        return (pods, values);
    }

    private static Pod Ready(Pod pod, string ready, DateTimeOffset started, DateTimeOffset since) => pod with
    {
        Status = pod.Status with { StartTime = started, Conditions = [new PodCondition { Type = PodConditions.Ready, Status = ready, LastTransitionTime = since }] },
    };
}
