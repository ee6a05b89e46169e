using ActorKube.Actors.Actions;
using ActorKube.Actors.Networking;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Core;
using ActorKube.Api.Discovery;
using ActorKube.Api.Meta;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Tests.Networking;

public sealed class ApiServerServiceTests
{
    private static readonly ApiServerService Reconciler = new(new ApiServerAddress("10.96.0.1", static () => ["192.0.2.7"], 6443));
    private static readonly Namespace Default = new() { ApiVersion = "v1", Kind = "Namespace", Metadata = new ObjectMeta { Name = "default" } };

    [Fact(Timeout = 30_000)]
    public async Task Default_WithoutTheService_MakesItAndLeadsItToTheServer()
    {
        await using var cluster = await Cluster.WithAsync(Default);

        var made = cluster.Decide(Reconciler, Default).Actions.Select(static a => Assert.IsType<CreateObject>(a).Object).ToList();

        var service = Assert.IsType<Service>(made[0]).Spec;
        Assert.Equal(("10.96.0.1", 443), (service.ClusterIP, service.Ports![0].Port));
        Assert.Equal("192.0.2.7", Assert.IsType<Endpoints>(made[1]).Subsets![0].Addresses![0].Ip);
        Assert.Equal((6443, "192.0.2.7"), (Assert.IsType<EndpointSlice>(made[2]).Ports![0].Port, ((EndpointSlice)made[2]).Endpoints![0].Addresses![0]));
    }

    [Fact(Timeout = 30_000)]
    public async Task Default_WithAllOfIt_IsContentUntilTheAddressIsAnother()
    {
        await using var cluster = await Cluster.WithAsync(Default);
        foreach (var action in cluster.Decide(Reconciler, Default).Actions)
        {
            await cluster.PutAsync(((CreateObject)action).Object);
        }

        Assert.Empty(cluster.Decide(Reconciler, Default).Actions);
        var moved = new ApiServerService(new ApiServerAddress("10.96.0.1", static () => ["192.0.2.8"], 6443));
        Assert.Equal(["endpoints", "endpointslices.discovery.k8s.io"], cluster.Decide(moved, Default).Actions.Select(static a => ((ReplaceObject)a).Basis.Key.Resource));
    }

    [Fact(Timeout = 30_000)]
    public async Task OtherNamespace_HasNoSuchService()
    {
        var other = Default with { Metadata = new ObjectMeta { Name = "other" } };
        await using var cluster = await Cluster.WithAsync(other);

        Assert.Empty(cluster.Decide(Reconciler, new ObjectKey("namespaces", "", "other")).Actions);
    }
}
