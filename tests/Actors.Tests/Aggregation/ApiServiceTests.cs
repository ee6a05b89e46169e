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

    private static async Task<(string Status, string? Reason)> DecideAsync(APIService api, params IApiObject[] others)
    {
        await using var cluster = await Cluster.WithAsync([api, .. others]);
        var condition = ((APIService)cluster.Decide(new ApiServiceReconciler(), api).Only<ReplaceStatus>().Next).Status.Conditions!.Single();
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
