using ActorKube.Actors.Actions;
using ActorKube.Actors.Aggregation;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.ApiRegistration;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;

namespace ActorKube.Actors.Tests.Aggregation;

public sealed class ApiServiceTests
{
    [Fact]
    public async Task LocalApi_IsAvailable() => Assert.Equal(("True", "Local"), await DecideAsync(Api(null)));

    [Fact]
    public async Task Api_WithoutItsService_IsNotAvailable() => Assert.Equal(("False", "ServiceNotFound"), await DecideAsync(Api(443)));

    [Fact]
    public async Task Api_BehindAnotherPort_IsNotAvailable() => Assert.Equal(("False", "ServicePortError"), await DecideAsync(Api(443), Service(80)));

    [Fact]
    public async Task Api_WithoutEndpoints_IsNotAvailable() => Assert.Equal(("False", "EndpointsNotFound"), await DecideAsync(Api(443), Service(443)));

    [Fact]
    public async Task Api_WithNothingBehindIt_IsNotAvailable() =>
        Assert.Equal(("False", "MissingEndpoints"), await DecideAsync(Api(443), Service(443), new Endpoints { ApiVersion = "v1", Kind = "Endpoints", Metadata = Make.Meta("s") }));

    [Fact]
    public async Task Api_WithAnEndpoint_IsAskedForItsDiscovery()
    {
        await using var cluster = await Cluster.WithAsync(Api(443), Service(443), Behind);
        var check = cluster.Decide(Reconciler(), Api(443)).Only<CheckApi>();

        Assert.Equal("uid-of-v1.example.com", check.Of.Uid);
    }

    [Theory]
    [InlineData(ServiceTypes.ExternalName)]
    [InlineData(ServiceTypes.NodePort)]
    public async Task Api_BehindAServiceOfAnotherType_IsAskedWithoutAnEndpoint(string type)
    {
        var service = Service(443);
        await using var cluster = await Cluster.WithAsync(Api(443), service with { Spec = service.Spec with { Type = type } });

        cluster.Decide(Reconciler(), Api(443)).Only<CheckApi>();
    }

    private static readonly Endpoints Behind = new()
    {
        ApiVersion = "v1",
        Kind = "Endpoints",
        Metadata = Make.Meta("s"),
        Subsets = [new EndpointSubset { Addresses = [new EndpointAddress { Ip = "10.0.0.1" }], Ports = [new EndpointPort { Port = 6443 }] }],
    };

    private static ApiServiceReconciler Reconciler() => new(new ApiServiceChecks(null, TimeProvider.System));

    private static async Task<(string Status, string? Reason)> DecideAsync(APIService api, params IApiObject[] others)
    {
        await using var cluster = await Cluster.WithAsync([api, .. others]);
        var condition = ((APIService)cluster.Decide(Reconciler(), api).Only<ReplaceStatus>().Next).Status.Conditions!.Single();
        return (condition.Status, condition.Reason);
    }

    private static APIService Api(int? port) => new()
    {
        ApiVersion = "apiregistration.k8s.io/v1",
        Kind = "APIService",
        Metadata = new ObjectMeta { Name = "v1.example.com" },
        Spec = new APIServiceSpec { Service = port is null ? null : new ServiceReference { Namespace = "ns", Name = "s", Port = port } },
    };

    private static Service Service(int port) => new()
    {
        ApiVersion = "v1",
        Kind = "Service",
        Metadata = Make.Meta("s"),
        Spec = new ServiceSpec { Type = ServiceTypes.ClusterIp, Ports = [new ServicePort { Port = port }] },
    };
}
