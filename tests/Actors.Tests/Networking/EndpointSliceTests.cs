using ActorKube.Actors.Networking;
using ActorKube.Actors.Networking.EndpointSlices;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Core;
using ActorKube.Api.Discovery;
using ActorKube.Api.Meta;
using ActorKube.Engine.Objects;
using static ActorKube.Actors.Tests.Support.Services;

namespace ActorKube.Actors.Tests.Networking;

public sealed class EndpointSliceTests
{
    private static readonly EndpointSliceReconciler Reconciler = new();
    private static readonly Node N1 = Node("n1", "z1");

    public static TheoryData<string, string> Pods => new()
    {
        { "ready", ":8080 [10.0.0.1/RS]" },
        { "unready", ":8080 [10.0.0.1/]" },
        { "terminating", ":8080 [10.0.0.1/ST]" },
        { "succeeded", " []" },
        { "failed", " []" },
        { "without address", " []" },
        { "other labels", " []" },
        { "node is gone", " []" },
        { "IPv6 only", " []" },
        { "both families", ":8080 [10.0.0.1/RS]" },
    };

    [Theory(Timeout = 30_000)]
    [MemberData(nameof(Pods))]
    public async Task Pod_InSomeState_IsListedAsSuch(string state, string slice)
    {
        var pod = Pod("a", "10.0.0.1");
        pod = state switch
        {
            "unready" => Pod("a", "10.0.0.1", ready: false),
            "terminating" => Make.Deleting(pod),
            "succeeded" => Pod("a", "10.0.0.1", phase: PodPhases.Succeeded),
            "failed" => Pod("a", "10.0.0.1", phase: PodPhases.Failed),
            "without address" => pod with { Status = pod.Status with { PodIP = null, PodIPs = null } },
            "other labels" => Pod("a", "10.0.0.1", labels: "app=db"),
            "node is gone" => Pod("a", "10.0.0.1", node: "n9"),
            "IPv6 only" => Pod("a", "2001:db8::1"),
            "both families" => Pod("a", "10.0.0.1,2001:db8::1"),
            _ => pod,
        };
        await using var cluster = await Cluster.WithAsync(N1, Service(), pod);

        Assert.Equal(["create " + slice], cluster.Decide(Reconciler, Service()).Slices());
    }

    [Fact(Timeout = 30_000)]
    public async Task Slice_OfAService_SaysWhoseItIsAndWhereItsEndpointsAre()
    {
        var service = Service() with { Metadata = Make.Meta("web", "team=a,endpointslice.kubernetes.io/managed-by=me") };
        await using var cluster = await Cluster.WithAsync(N1, service, Pod("a", "10.0.0.1"));

        var slice = (EndpointSlice)cluster.Decide(Reconciler, service).Only<Actors.Actions.CreateObject>().Object;

        Assert.Equal("endpointslice.kubernetes.io/managed-by=endpointslice-controller.k8s.io,kubernetes.io/service-name=web,team=a", Labels(slice));
        Assert.Equal(("web-", "IPv4", "uid-of-web", true), (slice.Metadata.GenerateName, slice.AddressType, slice.Metadata.OwnerReferences![0].Uid, slice.Metadata.OwnerReferences[0].Controller));
        Assert.Equal("2030-01-01T00:00:00Z", slice.Metadata.Annotations![NetworkingNames.LastChangeTriggerTime]);
        var endpoint = slice.Endpoints![0];
        Assert.Equal(("n1", "z1", "Pod", "a", "uid-of-a"), (endpoint.NodeName, endpoint.Zone, endpoint.TargetRef!.Kind, endpoint.TargetRef.Name, endpoint.TargetRef.Uid));
    }

    [Fact(Timeout = 30_000)]
    public async Task Headless_WithHostnames_NamesThemAndSaysThatItIs()
    {
        var service = Service(change: static s => s with { ClusterIP = "None", ClusterIPs = ["None"], Ports = null });
        var named = Pod("a", "10.0.0.1");
        named = named with { Spec = named.Spec with { Hostname = "db-0", Subdomain = "web" } };
        var other = Pod("b", "10.0.0.2");
        other = other with { Spec = other.Spec with { Hostname = "db-1", Subdomain = "another" } };
        await using var cluster = await Cluster.WithAsync(N1, service, named, other);

        var decision = cluster.Decide(Reconciler, service);

        Assert.Equal(["create  [10.0.0.1/RS@db-0 10.0.0.2/RS]"], decision.Slices());
        Assert.Contains("service.kubernetes.io/headless=", Labels((EndpointSlice)decision.Only<Actors.Actions.CreateObject>().Object), StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task NamedTargetPorts_ThatPodsGiveOtherNumbers_AreInSlicesOfTheirOwn()
    {
        var service = Service(change: static s => s with { Ports = [new ServicePort { Name = "web", Port = 80, TargetPort = "http", Protocol = "TCP" }, new ServicePort { Name = "admin", Port = 81, TargetPort = 9000, Protocol = "TCP" }] });
        await using var cluster = await Cluster.WithAsync(N1, service, WithPort(Pod("a", "10.0.0.1"), 8080), WithPort(Pod("b", "10.0.0.2"), 8081), WithPort(Pod("c", "10.0.0.3"), 8080), Pod("d", "10.0.0.4"));

        Assert.Equal(
            ["create web:8080,admin:9000 [10.0.0.1/RS 10.0.0.3/RS]", "create web:8081,admin:9000 [10.0.0.2/RS]", "create admin:9000 [10.0.0.4/RS]"],
            cluster.Decide(Reconciler, service).Slices());
    }

    [Fact(Timeout = 30_000)]
    public async Task OnePort_WithTwoProtocols_IsTwoPortsOfTheSlice()
    {
        var service = Service(change: static s => s with { Ports = [new ServicePort { Name = "t", Port = 80, TargetPort = 80, Protocol = "TCP" }, new ServicePort { Name = "u", Port = 80, TargetPort = 80, Protocol = "UDP", AppProtocol = "dns" }] });
        await using var cluster = await Cluster.WithAsync(N1, service, Pod("a", "10.0.0.1"));

        var slice = (EndpointSlice)cluster.Decide(Reconciler, service).Only<Actors.Actions.CreateObject>().Object;

        Assert.Equal([("t", "TCP", 80, (string?)null), ("u", "UDP", 80, "dns")], slice.Ports!.Select(static p => (p.Name, p.Protocol, p.Port!.Value, p.AppProtocol)));
    }

    [Fact(Timeout = 30_000)]
    public async Task NotReadyAddresses_ToBePublished_AreReadyEvenWithoutANode()
    {
        var service = Service(change: static s => s with { PublishNotReadyAddresses = true });
        await using var cluster = await Cluster.WithAsync(service, Pod("a", "10.0.0.1", ready: false), Make.Deleting(Pod("b", "10.0.0.2")));

        Assert.Equal(["create :8080 [10.0.0.1/R 10.0.0.2/RST]"], cluster.Decide(Reconciler, service).Slices());
    }

    [Fact(Timeout = 30_000)]
    public async Task Service_WithTwoFamilies_HasSlicesOfEach()
    {
        var service = Service(change: static s => s with { IpFamilies = ["IPv4", "IPv6"] });
        await using var cluster = await Cluster.WithAsync(N1, service, Pod("a", "10.0.0.1,2001:db8::1"));

        await cluster.PerformAsync(cluster.Decide(Reconciler, service));
        var single = Service();
        await cluster.PutAsync(single);

        Assert.Equal(2, cluster.View.Snapshot().Count("endpointslices.discovery.k8s.io"));
        Assert.StartsWith("delete ", Assert.Single(cluster.Decide(Reconciler, single).Slices()), StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task Slices_ThatAreRight_AreNotWritten()
    {
        await using var cluster = await Cluster.WithAsync(N1, Service(), Pod("a", "10.0.0.1"), Pod("b", "10.0.0.2", ready: false));
        await cluster.PerformAsync(cluster.Decide(Reconciler, Service()));

        Assert.Empty(cluster.Decide(Reconciler, Service()).Actions);
    }

    [Fact(Timeout = 30_000)]
    public async Task Placeholder_OfAServiceWithoutPods_IsFilledAndEmptiedInPlace()
    {
        await using var cluster = await Cluster.WithAsync(N1, Service());
        await cluster.PerformAsync(cluster.Decide(Reconciler, Service()));
        Assert.Empty(cluster.Decide(Reconciler, Service()).Actions);

        await cluster.PutAsync(Pod("a", "10.0.0.1"));
        var filled = cluster.Decide(Reconciler, Service());
        Assert.Matches("^replace web-[0-9]+ :8080 \\[10.0.0.1/RS\\]$", Assert.Single(filled.Slices()));
        await cluster.PerformAsync(filled);

        await cluster.RemoveAsync(Pod("a", "10.0.0.1"));
        var emptied = cluster.Decide(Reconciler, Service());
        Assert.Matches("^replace web-[0-9]+  \\[\\]$", Assert.Single(emptied.Slices()));
        await cluster.PerformAsync(emptied);
        Assert.Empty(cluster.Decide(Reconciler, Service()).Actions);
    }

    [Fact(Timeout = 30_000)]
    public async Task Pod_ThatBecomesReady_IsTheTimeThatTheSliceTells()
    {
        await using var cluster = await Cluster.WithAsync(N1, Service(), Pod("a", "10.0.0.1"), Pod("b", "10.0.0.2", ready: false));
        await cluster.PerformAsync(cluster.Decide(Reconciler, Service()));
        var ready = Pod("b", "10.0.0.2");
        await cluster.PutAsync(ready with { Status = PodConditions.With(Pod("b", "10.0.0.2", ready: false).Status, PodConditions.Ready, ConditionStatus.True, Make.Epoch.AddMinutes(1)) });

        var changed = (EndpointSlice)cluster.Decide(Reconciler, Service()).Only<Actors.Actions.ReplaceObject>().Next;
        Assert.Equal("2030-01-01T00:01:00Z", changed.Metadata.Annotations![NetworkingNames.LastChangeTriggerTime]);

        await cluster.RemoveAsync(Pod("a", "10.0.0.1"));
        await cluster.PutAsync(Pod("b", "10.0.0.2", ready: false));
        Assert.Null(((EndpointSlice)cluster.Decide(Reconciler, Service()).Only<Actors.Actions.ReplaceObject>().Next).Metadata.Annotations);
    }

    [Fact(Timeout = 30_000)]
    public async Task Slices_OfOthersOrOfAServiceWithoutSelector_AreLeftAlone()
    {
        var service = Service(change: static s => s with { Selector = null });
        var foreign = SliceTemplate.Make(service, "IPv4", [], new Dictionary<string, string> { [NetworkingNames.ServiceName] = "web" });
        foreign = foreign with { Metadata = foreign.Metadata with { Name = "mine" } };
        await using var cluster = await Cluster.WithAsync(N1, service, foreign, Pod("a", "10.0.0.1"));

        Assert.Empty(cluster.Decide(Reconciler, service).Actions);
        await cluster.PutAsync(Service());
        Assert.Equal(["create :8080 [10.0.0.1/RS]"], cluster.Decide(Reconciler, Service()).Slices());
        var name = Service(change: static s => s with { Type = "ExternalName", ExternalName = "a.example.com" });
        await cluster.PutAsync(name);
        Assert.Empty(cluster.Decide(Reconciler, name).Actions);
        Assert.Empty(cluster.Decide(Reconciler, new ObjectKey("services", "ns", "none")).Actions);
    }

    private static string Labels(IApiObject value) => string.Join(',', value.Metadata.Labels!.OrderBy(static l => l.Key, StringComparer.Ordinal).Select(static l => $"{l.Key}={l.Value}"));

    private static Pod WithPort(Pod pod, int port) => pod with
    {
        Spec = pod.Spec with { Containers = [pod.Spec.Containers![0] with { Ports = [new ContainerPort { Name = "http", Port = port, Protocol = "TCP" }] }] },
    };
}
