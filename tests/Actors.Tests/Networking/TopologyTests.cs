using ActorKube.Actors.Networking.EndpointSlices;
using ActorKube.Actors.Networking.Topology;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Core;
using static ActorKube.Actors.Tests.Support.Services;

namespace ActorKube.Actors.Tests.Networking;

public sealed class TopologyTests
{
    private static readonly EndpointSliceReconciler Reconciler = new();

    /// <summary>CPUs of the zones a, b, c; endpoints in each; zones that endpoints are for, in their order, or why there are none.</summary>
    public static TheoryData<string, string, string> Shares => new()
    {
        { "4 4", "2 2", "a a b b" },
        { "4 4", "3 1", "b a a b" },
        { "4 4", "4 0", "b b a a" },
        { "4 4 4", "1 1 1", "a b c" },
        { "8 4", "1 2", "a a b" },
        { "4 4", "1 0", "Insufficient number of endpoints (1 endpoints, 2 zones)" },
        { "4 4 4", "4 0 0", "Unable to allocate minimum required endpoints to each zone without exceeding overload threshold (4 endpoints, 3 zones)" },
        { "4", "3", "Insufficient Node information: allocatable CPU or zone not specified on one or more nodes" },
    };

    [Theory(Timeout = 30_000)]
    [MemberData(nameof(Shares))]
    public async Task Auto_SharesEndpointsByCpu(string cpus, string endpoints, string zones)
    {
        var service = Auto();
        await using var cluster = await Cluster.WithAsync(service);
        var counts = endpoints.Split(' ').Select(static e => int.Parse(e, null)).ToArray();
        foreach (var (cpu, i) in cpus.Split(' ').Select(static (c, i) => (c, i)))
        {
            await cluster.PutAsync(Node("n" + i, Zone(i), cpu));
            foreach (var pod in Enumerable.Range(0, counts[i]))
            {
                await cluster.PutAsync(Pod($"p{i}-{pod}", $"10.0.{i}.{pod + 1}", "n" + i));
            }
        }

        var decision = cluster.Decide(Reconciler, service);

        var made = Assert.IsType<Api.Discovery.EndpointSlice>(decision.Only<Actors.Actions.CreateObject>().Object);
        var emitted = decision.Only<Actors.Actions.EmitEvent>();
        Assert.Equal(zones, emitted.Reason == "TopologyAwareHintsEnabled"
            ? string.Join(' ', made.Endpoints!.Select(static e => e.Hints!.ForZones![0].Name)) : emitted.Message.Replace(", addressType: IPv4", "", StringComparison.Ordinal));
        Assert.True(emitted.Reason == "TopologyAwareHintsEnabled" || made.Endpoints!.All(static e => e.Hints is null));
    }

    [Fact(Timeout = 30_000)]
    public async Task Auto_TakenAway_TakesHintsAwayAndThenIsContent()
    {
        await using var cluster = await Cluster.WithAsync(Auto(), Node("n1", "a"), Node("n2", "b"), Pod("p1", "10.0.0.1"), Pod("p2", "10.0.0.2", "n2"));
        await cluster.PerformAsync(cluster.Decide(Reconciler, Auto()));
        Assert.Empty(cluster.Decide(Reconciler, Auto()).Actions);

        await cluster.PutAsync(Service());
        var decision = cluster.Decide(Reconciler, Service());
        Assert.EndsWith(":8080 [10.0.0.1/RS 10.0.0.2/RS]", Assert.Single(decision.Slices()), StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task PreferClose_HintsAtTheOwnZoneOfReadyEndpoints()
    {
        var service = Service(change: static s => s with { TrafficDistribution = "PreferClose" });
        await using var cluster = await Cluster.WithAsync(service, Node("n1", "a"), Make.Node("n2"), Pod("p1", "10.0.0.1"), Pod("p2", "10.0.0.2", "n2"), Pod("p3", "10.0.0.3", ready: false));

        Assert.Equal(["create :8080 [10.0.0.1/RS>a 10.0.0.2/RS 10.0.0.3/]"], cluster.Decide(Reconciler, service).Slices());
        await cluster.PerformAsync(cluster.Decide(Reconciler, service));
        Assert.Empty(cluster.Decide(Reconciler, service).Actions);
    }

    [Fact(Timeout = 30_000)]
    public void Allocations_OfTenForHalfOfTheCpus_AreAtLeastFive() =>
        Assert.Equal(new Allocation(5, 5), Allocations.Of(new Dictionary<string, double> { ["a"] = 0.5, ["b"] = 0.5 }, 10).ByZone["a"]);

    private static string Zone(int number) => ((char)('a' + number)).ToString();

    private static Service Auto()
    {
        var service = Service();
        return service with { Metadata = service.Metadata with { Annotations = new Dictionary<string, string> { ["service.kubernetes.io/topology-mode"] = "Auto" } } };
    }
}
