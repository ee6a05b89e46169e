using System.Collections.Concurrent;
using ActorKube.Actors.Scheduling.Neighbours;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Tests.Scheduling;

/// <summary>Pods that are placed at the same time on one host, which choose before they know of each other. Between hosts: the simulation.</summary>
public sealed class RaceTests(LiveCluster cluster) : IClassFixture<LiveCluster>
{
    private const string Zone = "zone";
    private const int Zones = 3;
    private const int Even = 30;
    private const int Apart = 6;

    [Fact(Timeout = 180_000)]
    public async Task Pods_PlacedAtTheSameTime_KeepToTheRulesOfZones()
    {
        var bound = new BoundInOrder();
        using var observation = cluster.Observe(bound);
        for (var i = 0; i < 2 * Zones; i++)
        {
            await cluster.CreateAsync(Make.Node($"n{i}", "64", labels: $"{Zone}=z{i % Zones},kubernetes.io/hostname=n{i}"));
        }

        await Task.WhenAll([
            .. Enumerable.Range(0, Even).Select(i => cluster.CreateAsync(Evenly($"even-{i}"))),
            .. Enumerable.Range(0, Apart).Select(i => cluster.CreateAsync(Alone($"apart-{i}")))]);
        await cluster.UntilAsync(view => Bound(view, "even") == Even && Bound(view, "apart") == Zones);

        Assert.Equal(Zones, bound.Nodes("apart").Select(ZoneOf).Distinct().Count());
        var counts = new int[Zones];
        foreach (var node in bound.Nodes("even"))
        {
            counts[ZoneOf(node)]++;
            Assert.True(counts.Max() - counts.Min() <= 1, string.Join(' ', counts));
        }
    }

    private static int ZoneOf(string node) => (node[1] - '0') % Zones;

    private static int Bound(ViewSnapshot view, string app) =>
        view.List("pods", "ns").Count(p => p.Header.Labels["app"] == app && p.Read<Pod>().Spec.NodeName is { Length: > 0 });

    private static Pod Evenly(string name)
    {
        var pod = Make.Pod(name, labels: "app=even");
        return Fresh(pod) with
        {
            Spec = pod.Spec with { TopologySpreadConstraints = [new TopologySpreadConstraint { MaxSkew = 1, TopologyKey = Zone, WhenUnsatisfiable = PodRules.DoNotSchedule, LabelSelector = Selector("even") }] },
        };
    }

    private static Pod Alone(string name)
    {
        var pod = Make.Pod(name, labels: "app=apart");
        return Fresh(pod) with
        {
            Spec = pod.Spec with
            {
                Affinity = new Affinity { PodAntiAffinity = new PodAntiAffinity { RequiredDuringSchedulingIgnoredDuringExecution = [new PodAffinityTerm { TopologyKey = Zone, LabelSelector = Selector("apart") }] } },
            },
        };
    }

    private static Pod Fresh(Pod pod) => pod with { Metadata = new ObjectMeta { Name = pod.Metadata.Name, Namespace = pod.Metadata.Namespace, Labels = pod.Metadata.Labels } };

    private static LabelSelector Selector(string app) => new() { MatchLabels = Make.Labels("app=" + app) };

    /// <summary>Which nodes pods were bound to, in the order of the journal.</summary>
    private sealed class BoundInOrder : IViewObserver
    {
        private readonly ConcurrentQueue<(string App, string Node)> _bound = new();

        public IEnumerable<string> Nodes(string app) => _bound.Where(b => b.App == app).Select(static b => b.Node);

        public void OnChanged(ReadOnlySpan<ObjectEvent> events, ViewSnapshot snapshot)
        {
            foreach (var change in events)
            {
                if (change is { Object.Key.Resource: "pods", Previous: { } previous } && string.IsNullOrEmpty(previous.Read<Pod>().Spec.NodeName)
                    && change.Object.Read<Pod>().Spec.NodeName is { Length: > 0 } node)
                {
                    _bound.Enqueue((change.Object.Header.Labels["app"] ?? "", node));
                }
            }
        }
    }
}
