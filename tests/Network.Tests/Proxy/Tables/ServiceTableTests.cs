using ActorKube.Api.Core;
using ActorKube.Api.Discovery;
using ActorKube.Network.Proxy.Tables;
using ActorKube.Network.Tests.Proxy.Support;

namespace ActorKube.Network.Tests.Proxy.Tables;

public sealed class ServiceTableTests
{
    private const int Limit = 60_000;
    private static readonly EndpointSlice One = Make.Slice(Make.Endpoint("10.244.0.5"));

    [Fact(Timeout = Limit)]
    public Task Resolve_Frontends_AreClusterIpExternalIpBalancerAndNodePort()
    {
        var service = Make.Service(static s => s.NodePort(30080) with { Type = ServiceTypes.LoadBalancer, ExternalIPs = ["203.0.113.9"] });
        service = service with
        {
            Status = new ServiceStatus { LoadBalancer = new LoadBalancerStatus { Ingress = [new LoadBalancerIngress { Ip = "198.51.100.1" }, new LoadBalancerIngress { Ip = "198.51.100.2", IpMode = "Proxy" }] } },
        };

        var routes = Make.Routes(service, Make.Node, One).Routes;

        Assert.Equal(
            ["10.96.0.10 . tcp . 80 ClusterIp", "203.0.113.9 . tcp . 80 ExternalIp", "198.51.100.1 . tcp . 80 LoadBalancer", "192.0.2.1 . tcp . 30080 NodePort"],
            routes.Select(static r => $"{r.Frontend} {r.Kind}"));
        return Task.CompletedTask;
    }

    [Fact(Timeout = Limit)]
    public Task Resolve_WhatNoProxyIsConcernedWith_IsNothing()
    {
        Assert.Null(ServiceResolver.Resolve(Make.Service(static s => s with { Type = ServiceTypes.ExternalName }), [One], Make.Node));
        Assert.Null(ServiceResolver.Resolve(Make.Service(static s => s with { ClusterIP = "None", ClusterIPs = ["None"] }), [One], Make.Node));
        var foreign = Make.Service();
        foreign = foreign with { Metadata = foreign.Metadata with { Labels = new Dictionary<string, string> { ["service.kubernetes.io/service-proxy-name"] = "other" } } };
        Assert.Null(ServiceResolver.Resolve(foreign, [One], Make.Node));
        return Task.CompletedTask;
    }

    [Fact(Timeout = Limit)]
    public Task Resolve_AddressOfAnotherFamily_IsAProblem()
    {
        var routes = Make.Routes(Make.Service(static s => s with { ClusterIPs = [Make.ClusterIp, "fd00::1"] }), Make.Node, One);

        Assert.Single(routes.Routes);
        Assert.Contains("fd00::1", Assert.Single(routes.Problems), StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    [Theory(Timeout = Limit)]
    [InlineData("Cluster", "Cluster", "10.244.0.5 10.244.0.6", null)]
    [InlineData("Local", "Cluster", "10.244.0.5", null)]
    [InlineData("Cluster", "Local", "10.244.0.5 10.244.0.6", "10.244.0.5")]
    public Task Resolve_Policies_ChooseBackends(string inside, string outside, string cluster, string? fromOutside)
    {
        var service = Make.Service(s => s.NodePort(30080) with { InternalTrafficPolicy = inside, ExternalTrafficPolicy = outside });

        var routes = Make.Routes(service, Make.Node, Make.Slice(Make.Endpoint("10.244.0.5"), Make.Endpoint("10.244.0.6", node: "other"))).Routes;

        Assert.Equal(cluster, string.Join(' ', routes[0].Backends.Text()));
        Assert.Null(routes[0].OutsideBackends);
        Assert.Equal("10.244.0.5 10.244.0.6", string.Join(' ', routes[1].Backends.Text()));
        Assert.Equal(fromOutside, routes[1].OutsideBackends is { } all ? string.Join(' ', all.Text()) : null);
        return Task.CompletedTask;
    }

    [Fact(Timeout = Limit)]
    public Task Resolve_HealthCheckPort_CountsLocalEndpoints()
    {
        var service = Make.Service(static s => s.NodePort(30080) with { Type = ServiceTypes.LoadBalancer, ExternalTrafficPolicy = "Local", HealthCheckNodePort = 31000 });

        var routes = Make.Routes(service, Make.Node, Make.Slice(Make.Endpoint("10.244.0.5"), Make.Endpoint("10.244.0.6", node: "other")));

        Assert.Equal((31000, 1), (routes.HealthCheckPort, routes.LocalEndpoints));
        return Task.CompletedTask;
    }

    [Fact(Timeout = Limit)]
    public Task Resolve_EndpointThatEnds_IsUsedButNotHealthy()
    {
        var service = Make.Service(static s => s.NodePort(30080) with { Type = ServiceTypes.LoadBalancer, ExternalTrafficPolicy = "Local", HealthCheckNodePort = 31000 });

        var routes = Make.Routes(service, Make.Node, Make.Slice(Make.Endpoint("10.244.0.5", ready: false, serving: true, terminating: true)));

        Assert.Equal(0, routes.LocalEndpoints);
        Assert.Equal(["10.244.0.5"], routes.Routes[1].OutsideBackends!.Value.Text());
        return Task.CompletedTask;
    }

    [Fact(Timeout = Limit)]
    public Task Resolve_AddressWithLeadingZeros_IsDecimal()
    {
        var routes = Make.Routes(Make.Service(ip: "10.96.0.011"), Make.Node, Make.Slice(Make.Endpoint("10.244.000.010"))).Routes;

        Assert.Equal("10.96.0.11 . tcp . 80", routes[0].Frontend.ToString());
        Assert.Equal(["10.244.0.10"], routes[0].Backends.Text());
        return Task.CompletedTask;
    }

    [Theory(Timeout = Limit)]
    [InlineData("10.0.0.0/8,10.1.0.0/16", "10.0.0.0/8")]
    [InlineData("10.1.2.3/16", "10.1.0.0/16")]
    [InlineData("0.0.0.0/0,10.0.0.0/8", "")]
    [InlineData("fd00::/8", "198.51.100.1/32")]
    [InlineData("192.0.2.0/24", "192.0.2.0/24, 198.51.100.1/32")]
    public Task Resolve_SourceRanges_AreOfTheBalancerOnly(string ranges, string expected)
    {
        var service = Make.Service(s => s with { Type = ServiceTypes.LoadBalancer, LoadBalancerSourceRanges = ranges.Split(',') });
        service = service with { Status = new ServiceStatus { LoadBalancer = new LoadBalancerStatus { Ingress = [new LoadBalancerIngress { Ip = "198.51.100.1" }] } } };

        var routes = Make.Routes(service, Make.Node, One).Routes;

        Assert.Equal(["", expected], routes.Select(static r => r.Sources));
        return Task.CompletedTask;
    }

    [Fact(Timeout = Limit)]
    public Task With_FrontendOfAnotherService_StaysTheOthersUntilItLetsGo()
    {
        var first = Make.Routes(Make.Service(static s => s with { ExternalIPs = ["203.0.113.9"] }, "a", "10.96.0.1"), Make.Node, One);
        var second = Make.Routes(Make.Service(static s => s with { ExternalIPs = ["203.0.113.9"] }, "b", "10.96.0.2"), Make.Node, One);
        var table = Make.Table(second, first);

        Assert.Equal(2, table.Find(first.Name)!.Routes.Length);
        Assert.Contains("default/a", Assert.Single(table.Find(second.Name)!.Problems), StringComparison.Ordinal);
        Assert.Equal([second.Name], table.Losers);

        var released = table.With([KeyValuePair.Create(first.Name, (ServiceRoutes?)null), KeyValuePair.Create(second.Name, (ServiceRoutes?)second)]);
        Assert.Equal(2, released.Find(second.Name)!.Routes.Length);
        Assert.Empty(released.Losers);
        Assert.Empty(released.Noted);
        return Task.CompletedTask;
    }

    [Fact(Timeout = Limit)]
    public Task StaleFlows_AfterAnEndpointLeft_AreThoseOfUdpFrontendsThatChanged()
    {
        var service = Make.Service(protocol: "UDP");
        var before = Make.Table(Make.Routes(service, Make.Node, Make.SliceOf("UDP", Make.Endpoint("10.244.0.5"), Make.Endpoint("10.244.0.6"))), Make.Routes(Make.Service(name: "tcp", ip: "10.96.0.11"), Make.Node, One));
        var after = before.With(Make.Routes(service, Make.Node, Make.SliceOf("UDP", Make.Endpoint("10.244.0.6"), Make.Endpoint("10.244.0.7", ready: false, serving: true, terminating: true))));

        var (frontend, answerers) = Assert.Single(StaleFlows.After(before, after));

        Assert.Equal($"{Make.ClusterIp} . udp . 80", frontend.ToString());
        Assert.Equal([Make.Address("10.244.0.6"), Make.Address("10.244.0.7")], answerers.Order());
        Assert.Empty(StaleFlows.After(after, after));
        return Task.CompletedTask;
    }
}
