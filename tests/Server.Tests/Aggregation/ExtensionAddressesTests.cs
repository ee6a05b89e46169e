using ActorKube.Api.ApiRegistration;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Server.Aggregation;
using ActorKube.Server.Tests.Support;

namespace ActorKube.Server.Tests.Aggregation;

/// <summary>Where the server behind a registered API is.</summary>
public sealed class ExtensionAddressesTests
{
    [Fact]
    public async Task Endpoints_OfTheServicesPort_TakeTurns()
    {
        await using var store = await TestStore.OpenAsync(Service(), new Endpoints
        {
            Metadata = Meta,
            Subsets =
            [
                new() { Addresses = [new() { Ip = "10.1.0.011" }, new() { Ip = "fd00::1" }], NotReadyAddresses = [new() { Ip = "10.1.0.9" }], Ports = [new() { Name = "api", Port = 6443 }, new() { Name = "web", Port = 80 }] },
                new() { Addresses = [new() { Ip = "10.1.0.2" }], Ports = [new() { Name = "web", Port = 80 }] },
            ],
        });
        var addresses = new ExtensionAddresses(store.View);

        Assert.Equal(["10.1.0.11:6443", "[fd00::1]:6443"], Enumerable.Range(0, 4).Select(_ => addresses.Next(Api(443))).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ExternalName_IsTheAddress()
    {
        await using var store = await TestStore.OpenAsync(new Service { Metadata = Meta, Spec = new() { Type = ServiceTypes.ExternalName, ExternalName = "adapter.example.com" } });

        Assert.Equal("adapter.example.com:6443", new ExtensionAddresses(store.View).Next(Api(6443)));
    }

    [Fact]
    public async Task WhatIsMissing_IsSaid()
    {
        await using var empty = await TestStore.OpenAsync();
        await using var store = await TestStore.OpenAsync(Service());

        Assert.Equal("service \"s\" not found", Error(empty, 443));
        Assert.Equal("no service port 444 found for service \"s\"", Error(store, 444));
        Assert.Equal("no endpoints available for service \"s\"", Error(store, 443));

        static string Error(TestStore store, int port) => Assert.Throws<ExtensionServerException>(() => new ExtensionAddresses(store.View).Next(Api(port))).Message;
    }

    private static ObjectMeta Meta { get; } = new() { Name = "s", Namespace = "ns" };

    private static Service Service() => new() { Metadata = Meta, Spec = new() { Ports = [new() { Name = "web", Port = 80 }, new() { Name = "api", Port = 443 }] } };

    private static APIService Api(int port) => new() { Metadata = new() { Name = "v1.example.com" }, Spec = new() { Group = "example.com", Version = "v1", Service = new() { Namespace = "ns", Name = "s", Port = port } } };
}
