using ActorKube.Actors.Actions;
using ActorKube.Actors.Networking;
using ActorKube.Actors.Networking.EndpointLists;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Core;
using ActorKube.Engine.Objects;
using static ActorKube.Actors.Tests.Support.Services;

namespace ActorKube.Actors.Tests.Networking;

public sealed class EndpointsTests
{
    private static readonly EndpointsReconciler Reconciler = new();
    private static readonly Node N1 = Node("n1", "z1");

    [Fact(Timeout = 30_000)]
    public async Task Endpoints_ListReadyPodsAndOthersApart()
    {
        var service = Service() with { Metadata = Make.Meta("web", "team=a") };
        await using var cluster = await Cluster.WithAsync(N1, service, Pod("a", "10.0.0.1"), Pod("b", "10.0.0.2", ready: false), Make.Deleting(Pod("c", "10.0.0.3")), Pod("d", "10.0.0.4", phase: PodPhases.Failed));

        var made = (Endpoints)cluster.Decide(Reconciler, service).Only<CreateObject>().Object;

        Assert.Equal("10.0.0.1; 10.0.0.2; :8080", Text(made));
        Assert.Equal(("web", "a", "n1", "a"), (made.Metadata.Name, made.Metadata.Labels!["team"], made.Subsets![0].Addresses![0].NodeName, made.Subsets[0].Addresses![0].TargetRef!.Name));
        await cluster.PutAsync(made);
        Assert.Empty(cluster.Decide(Reconciler, service).Actions);
    }

    [Fact(Timeout = 30_000)]
    public async Task Endpoints_ThatAreWrong_AreRightened()
    {
        await using var cluster = await Cluster.WithAsync(N1, Service(), Pod("a", "10.0.0.1"));
        await cluster.PerformAsync(cluster.Decide(Reconciler, Service()));
        var found = cluster.Get<Endpoints>(new ObjectKey("endpoints", "ns", "web"));

        await cluster.PutAsync(found with { Subsets = null, Metadata = found.Metadata with { Annotations = new Dictionary<string, string> { [NetworkingNames.OverCapacity] = "truncated", ["mine"] = "1" } } });

        var next = (Endpoints)cluster.Decide(Reconciler, Service()).Only<ReplaceObject>().Next;
        Assert.Equal(("10.0.0.1; ; :8080", false, "1"), (Text(next), next.Metadata.Annotations!.ContainsKey(NetworkingNames.OverCapacity), next.Metadata.Annotations["mine"]));
    }

    [Fact(Timeout = 30_000)]
    public async Task Headless_WithoutPorts_ListsAddressesAlone()
    {
        var service = Service(change: static s => s with { ClusterIP = "None", ClusterIPs = ["None"], Ports = null });
        await using var cluster = await Cluster.WithAsync(N1, service, Pod("a", "10.0.0.1"));

        var made = (Endpoints)cluster.Decide(Reconciler, service).Only<CreateObject>().Object;

        Assert.Equal(("10.0.0.1; ; ", ""), (Text(made), made.Metadata.Labels![NetworkingNames.Headless]));
    }

    [Fact(Timeout = 30_000)]
    public async Task Service_ThatIsGone_TakesItsEndpointsWithItWhoeverMadeThem()
    {
        var endpoints = new Endpoints { ApiVersion = "v1", Kind = "Endpoints", Metadata = Make.Meta("web") };
        await using var cluster = await Cluster.WithAsync(endpoints);

        Assert.Equal(["delete web"], cluster.Decide(Reconciler, Service()).Texts());
        await cluster.PutAsync(endpoints with { Metadata = endpoints.Metadata with { Annotations = new Dictionary<string, string> { [NetworkingNames.LeaderElection] = "{}" } } });
        Assert.Empty(cluster.Decide(Reconciler, Service()).Actions);
    }

    public static TheoryData<string, string> Subsets => new()
    {
        { "1:80", "1; ; :80" },
        { "1:80 2:80", "1,2; ; :80" },
        { "1:80 1:81", "1; ; :80,:81" },
        { "1:80 2:81", "1; ; :80 | 2; ; :81" },
        { "1:80 2!:80", "1; 2; :80" },
        { "1:80 1!:80", "; 1; :80" },
        { "1:80 2!:80 1:81 2!:81", "1; 2; :80,:81" },
        { "1:80 2:80 1:81 2!:81", "1,2; ; :80 | 1; 2; :81" },
        { "2:80 1:80", "1,2; ; :80" },
    };

    [Theory(Timeout = 30_000)]
    [MemberData(nameof(Subsets))]
    public void Pack_BringsTogetherWhatIsAlike(string addresses, string packed) =>
        Assert.Equal(packed, Text(new Endpoints { Subsets = SubsetPacking.Pack(addresses.Split(' ').Select(Subset)) }));

    [Theory(Timeout = 30_000)]
    [InlineData("600/200 100/100", "600/200 100/100")]
    [InlineData("1000/0 500/9", "667/0 333/0")]
    [InlineData("500/600 200/400", "500/180 200/120")]
    public void Cut_LeavesAThousand_ReadyOnesFirst(string before, string after)
    {
        List<EndpointSubset> subsets = [.. before.Split(' ').Select(static s => s.Split('/')).Select(static s => new EndpointSubset { Addresses = Many(s[0]), NotReadyAddresses = Many(s[1]) })];

        Assert.Equal(after, string.Join(' ', SubsetLimit.Cut(subsets).Select(static s => $"{s.Addresses?.Count ?? 0}/{s.NotReadyAddresses?.Count ?? 0}")));
    }

    private static EndpointSubset Subset(string text)
    {
        var parts = text.Split(':');
        IReadOnlyList<EndpointAddress> address = [new EndpointAddress { Ip = parts[0].TrimEnd('!') }];
        var isReady = !parts[0].EndsWith('!');
        return new EndpointSubset { Addresses = isReady ? address : null, NotReadyAddresses = isReady ? null : address, Ports = [new EndpointPort { Port = int.Parse(parts[1], null), Protocol = "TCP" }] };
    }

    private static List<EndpointAddress> Many(string count) => [.. Enumerable.Range(0, int.Parse(count, null)).Select(static i => new EndpointAddress { Ip = $"10.0.{i / 256}.{i % 256}" })];
}
