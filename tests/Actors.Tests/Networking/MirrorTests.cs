using ActorKube.Actors.Actions;
using ActorKube.Actors.Networking;
using ActorKube.Actors.Networking.Mirroring;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Core;
using ActorKube.Api.Discovery;
using ActorKube.Api.Meta;
using static ActorKube.Actors.Tests.Support.Services;
using CorePort = ActorKube.Api.Core.EndpointPort;

namespace ActorKube.Actors.Tests.Networking;

public sealed class MirrorTests
{
    private static readonly MirrorReconciler Reconciler = new();
    private static readonly Service Plain = Service(change: static s => s with { Selector = null });

    [Fact(Timeout = 30_000)]
    public async Task Endpoints_ByHand_AreMirroredByFamilyAndPorts()
    {
        var endpoints = Hand(["192.0.2.1", "2001:db8::1"], ["192.0.2.2"], 80) with { Metadata = Make.Meta("web", "team=a") with { Annotations = new Dictionary<string, string> { ["note"] = "1", [NetworkingNames.LastApplied] = "{}" } } };
        await using var cluster = await Cluster.WithAsync(Plain, endpoints);

        var decision = cluster.Decide(Reconciler, endpoints);

        Assert.Equal(["create :80 [192.0.2.1/R 192.0.2.2/]", "create :80 [2001:db8::1/R]"], decision.Slices());
        var slice = (EndpointSlice)((CreateObject)decision.Actions[0]).Object;
        Assert.Equal(("a", MirrorReconciler.Keeper, "web"), (slice.Metadata.Labels!["team"], slice.Metadata.Labels[NetworkingNames.ManagedBy], slice.Metadata.Labels[NetworkingNames.ServiceName]));
        Assert.Equal(["note"], slice.Metadata.Annotations!.Keys);
        Assert.Equal("Endpoints", slice.Metadata.OwnerReferences![0].Kind);
        await cluster.PerformAsync(decision);
        Assert.Empty(cluster.Decide(Reconciler, endpoints).Actions);
    }

    [Fact(Timeout = 30_000)]
    public async Task Mirror_FollowsItsEndpoints()
    {
        await using var cluster = await Cluster.WithAsync(Plain, Hand(["192.0.2.1"], [], 80));
        await cluster.PerformAsync(cluster.Decide(Reconciler, Hand(["192.0.2.1"], [], 80)));

        await cluster.PutAsync(Hand(["192.0.2.1", "192.0.2.3"], [], 80));
        Assert.Matches("^replace web-[0-9]+ :80 \\[192.0.2.1/R 192.0.2.3/R\\]$", Assert.Single(cluster.Decide(Reconciler, Hand([], [], 80)).Slices()));
        await cluster.PutAsync(Hand(["192.0.2.1"], [], 81));
        Assert.Matches("^replace web-[0-9]+ :81 \\[192.0.2.1/R\\]$", Assert.Single(cluster.Decide(Reconciler, Hand([], [], 81)).Slices()));
        await cluster.RemoveAsync(Hand(["192.0.2.1"], [], 81));
        Assert.StartsWith("delete web-", Assert.Single(cluster.Decide(Reconciler, Hand([], [], 81)).Slices()), StringComparison.Ordinal);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("no service")]
    [InlineData("selector")]
    [InlineData("skip-mirror")]
    [InlineData("leader election")]
    [InlineData("deleting")]
    public async Task Endpoints_NotToBeMirrored_HaveNoSlices(string reason)
    {
        var endpoints = Hand(["192.0.2.1"], [], 80);
        var metadata = endpoints.Metadata;
        endpoints = reason switch
        {
            "skip-mirror" => endpoints with { Metadata = metadata with { Labels = new Dictionary<string, string> { [NetworkingNames.SkipMirror] = "true" } } },
            "leader election" => endpoints with { Metadata = metadata with { Annotations = new Dictionary<string, string> { [NetworkingNames.LeaderElection] = "{}" } } },
            "deleting" => Make.Deleting(endpoints, "example.com/hold"),
            _ => endpoints,
        };
        IApiObject[] services = reason switch { "no service" => [], "selector" => [Service()], _ => [Plain] };
        await using var cluster = await Cluster.WithAsync([.. services, endpoints]);

        Assert.Empty(cluster.Decide(Reconciler, endpoints).Actions);
    }

    [Fact(Timeout = 30_000)]
    public async Task Endpoints_MadeForAServiceThatIsGone_Go()
    {
        var made = Hand(["192.0.2.1"], [], 80);
        made = made with { Metadata = made.Metadata with { Annotations = new Dictionary<string, string> { [NetworkingNames.LastChangeTriggerTime] = "2030-01-01T00:00:00Z" } } };
        await using var cluster = await Cluster.WithAsync(made);

        Assert.Equal(["delete web"], cluster.Decide(Reconciler, made).Texts());
    }

    [Fact(Timeout = 30_000)]
    public async Task Addresses_ThatAreWrongOrTooMany_AreSkippedWithAnEvent()
    {
        var endpoints = Hand([.. Enumerable.Range(0, 1003).Select(static i => $"192.0.{i / 256}.{i % 256}"), "none"], [], 80);
        await using var cluster = await Cluster.WithAsync(Plain, endpoints);

        var decision = cluster.Decide(Reconciler, endpoints);

        Assert.Equal(1000, ((EndpointSlice)decision.Only<CreateObject>().Object).Endpoints!.Count);
        Assert.Contains("TooManyAddressesToMirror", decision.Slices());
    }

    private static Endpoints Hand(IReadOnlyList<string> ready, IReadOnlyList<string> others, int port) => new()
    {
        ApiVersion = "v1",
        Kind = "Endpoints",
        Metadata = Make.Meta("web"),
        Subsets = [new EndpointSubset { Addresses = Addresses(ready), NotReadyAddresses = Addresses(others), Ports = [new CorePort { Port = port, Protocol = "TCP" }] }],
    };

    private static List<EndpointAddress>? Addresses(IReadOnlyList<string> ips) => ips.Count == 0 ? null : [.. ips.Select(static i => new EndpointAddress { Ip = i })];
}
