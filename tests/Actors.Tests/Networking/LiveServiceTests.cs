using ActorKube.Actors.Networking.Selection;
using ActorKube.Actors.Tests.Catalog;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Core;
using ActorKube.Api.Discovery;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using static ActorKube.Actors.Tests.Support.Services;
using CorePort = ActorKube.Api.Core.EndpointPort;

namespace ActorKube.Actors.Tests.Networking;

/// <summary>What the conformance tests of Kubernetes ask of services, endpoints and their slices, with all actors at work (test/e2e/network: service, endpointslice, endpointslicemirroring).</summary>
public sealed class LiveServiceTests
{
    private static readonly ObjectKey Web = new("services", "ns", "web");

    [Fact(Timeout = 120_000)]
    public async Task Service_WithASelector_HasEndpointsAndSlicesFromItsCreationToItsDeletion()
    {
        await using var cluster = await RunningCluster.StartAsync(Make.Namespace(), Node("n1", "z1"));
        await cluster.CreateAsync(Service());
        await cluster.UntilAsync(static c => Has(c, "web", " []") && Endpoints(c, "web") == "");

        await cluster.CreateAsync(Bound("a"));
        await RunAsync(cluster, "a", "10.0.0.1");
        await cluster.UntilAsync(static c => Has(c, "web", ":8080 [10.0.0.1/RS]") && Endpoints(c, "web") == "10.0.0.1; ; :8080");

        await cluster.DeleteAsync(Web);
        await cluster.UntilAsync(static c => c.All<EndpointSlice>("endpointslices.discovery.k8s.io").Length == 0 && c.All<Endpoints>("endpoints").Length == 0);
    }

    [Fact(Timeout = 120_000)]
    public async Task Pods_OfTwoServices_AreInTheSlicesOfBothWithTheirOwnPorts()
    {
        await using var cluster = await RunningCluster.StartAsync(Make.Namespace(), Node("n1", "z1"));
        await cluster.CreateAsync(Service("one", static s => s with { ClusterIP = "10.96.0.11", ClusterIPs = ["10.96.0.11"], Ports = [new ServicePort { Name = "named", Port = 80, TargetPort = "http", Protocol = "TCP" }] }));
        await cluster.CreateAsync(Service("two", static s => s with { ClusterIP = "10.96.0.12", ClusterIPs = ["10.96.0.12"], Ports = [new ServicePort { Name = "fixed", Port = 81, TargetPort = 8080, Protocol = "TCP" }] }));
        await cluster.CreateAsync(Bound("a", 8080));
        await cluster.CreateAsync(Bound("b", 9090));
        await RunAsync(cluster, "a", "10.0.0.1");
        await RunAsync(cluster, "b", "10.0.0.2");

        await cluster.UntilAsync(static c => Has(c, "one", "named:8080 [10.0.0.1/RS]", "named:9090 [10.0.0.2/RS]") && HasAddresses(c, "two", "10.0.0.1", "10.0.0.2"));
        await cluster.UntilAsync(static c => Endpoints(c, "one") == "10.0.0.1; ; named:8080 | 10.0.0.2; ; named:9090" && Endpoints(c, "two") == "10.0.0.1,10.0.0.2; ; fixed:8080");
    }

    [Fact(Timeout = 120_000)]
    public async Task Endpoints_ByHand_AreMirroredThroughCreationUpdateAndDeletion()
    {
        await using var cluster = await RunningCluster.StartAsync(Make.Namespace());
        await cluster.CreateAsync(Service(change: static s => s with { Selector = null }));
        await cluster.CreateAsync(new Endpoints
        {
            ApiVersion = "v1",
            Kind = "Endpoints",
            Metadata = Make.Meta("web"),
            Subsets = [new EndpointSubset { Addresses = [new EndpointAddress { Ip = "10.1.2.3" }], Ports = [new CorePort { Port = 80, Protocol = "TCP" }] }],
        });
        await cluster.UntilAsync(static c => Has(c, "web", ":80 [10.1.2.3/R]"));

        var key = new ObjectKey("endpoints", "ns", "web");
        await cluster.UpdateAsync<Endpoints>(key, static e => e with { Subsets = [e.Subsets![0] with { Addresses = [new EndpointAddress { Ip = "10.2.3.4" }], Ports = [new CorePort { Port = 443, Protocol = "TCP" }] }] });
        await cluster.UntilAsync(static c => Has(c, "web", ":443 [10.2.3.4/R]"));

        await cluster.DeleteAsync(key);
        await cluster.UntilAsync(static c => Has(c, "web"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Endpoints_AndSlices_ThatAreTamperedWithOrDeleted_AreMadeGood()
    {
        await using var cluster = await RunningCluster.StartAsync(Make.Namespace(), Node("n1", "z1"), Service(), Bound("a"));
        await RunAsync(cluster, "a", "10.0.0.1");
        await cluster.UntilAsync(static c => Has(c, "web", ":8080 [10.0.0.1/RS]") && Endpoints(c, "web") == "10.0.0.1; ; :8080");
        var slice = ServiceIndexes.SlicesOf(cluster.View, "ns", "web").Single();

        await cluster.UpdateAsync<EndpointSlice>(slice.Key, static s => s with { Endpoints = [s.Endpoints![0] with { Addresses = ["10.9.9.9"] }] });
        await cluster.UpdateAsync<Endpoints>(new ObjectKey("endpoints", "ns", "web"), static e => e with { Subsets = null });
        await cluster.UntilAsync(static c => Has(c, "web", ":8080 [10.0.0.1/RS]") && Endpoints(c, "web") == "10.0.0.1; ; :8080");

        await cluster.DeleteAsync(slice.Key);
        await cluster.DeleteAsync(new ObjectKey("endpoints", "ns", "web"));
        await cluster.UntilAsync(c => Has(c, "web", ":8080 [10.0.0.1/RS]") && Endpoints(c, "web") == "10.0.0.1; ; :8080" && ServiceIndexes.SlicesOf(c.View, "ns", "web").Single().Header.Uid != slice.Header.Uid);
    }

    [Fact(Timeout = 120_000)]
    public async Task Node_ThatComesLate_HasThePodsOnItListed()
    {
        await using var cluster = await RunningCluster.StartAsync(Make.Namespace(), Service(), Bound("a"));
        await RunAsync(cluster, "a", "10.0.0.1");
        await cluster.UntilAsync(static c => Has(c, "web", " []"));

        await cluster.CreateAsync(Node("n1", "z1"));

        await cluster.UntilAsync(static c => Has(c, "web", ":8080 [10.0.0.1/RS]"));
    }

    private static bool Has(RunningCluster cluster, string service, params string[] slices) =>
        ServiceIndexes.SlicesOf(cluster.View, "ns", service).Select(static s => Text(s.Read<EndpointSlice>())).Order(StringComparer.Ordinal).SequenceEqual(slices.Order(StringComparer.Ordinal));

    private static bool HasAddresses(RunningCluster cluster, string service, params string[] ips) =>
        ServiceIndexes.SlicesOf(cluster.View, "ns", service).SelectMany(static s => s.Read<EndpointSlice>().Endpoints ?? []).Select(static e => e.Addresses![0]).Order(StringComparer.Ordinal).SequenceEqual(ips);

    private static string? Endpoints(RunningCluster cluster, string name) =>
        cluster.View.Get(new ObjectKey("endpoints", "ns", name)) is { } found ? Text(found.Read<Endpoints>()) : null;

    private static Pod Bound(string name, int port = 8080)
    {
        var pod = Make.Pod(name, node: "n1");
        return pod with { Spec = pod.Spec with { Containers = [pod.Spec.Containers![0] with { Ports = [new ContainerPort { Name = "http", Port = port, Protocol = "TCP" }] }] } };
    }

    private static Task RunAsync(RunningCluster cluster, string name, string ip) => cluster.UpdateAsync<Pod>(new ObjectKey("pods", "ns", name), p => p with
    {
        Status = PodConditions.With(p.Status with { Phase = PodPhases.Running, PodIP = ip, PodIPs = [new PodIP { Ip = ip }] }, PodConditions.Ready, ConditionStatus.True, cluster.Time.GetUtcNow()),
    }, UpdateScope.Status);
}
