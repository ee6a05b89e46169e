using ActorKube.Network.Proxy.Nftables;
using ActorKube.Network.Proxy.Tables;
using ActorKube.Network.Tests.Proxy.Support;

namespace ActorKube.Network.Tests.Proxy.Nftables;

/// <summary>Two tables in, the exact transaction out.</summary>
public sealed class NftScriptTests
{
    private const int Limit = 60_000;
    private static readonly NftScript Script = new("t");

    [Fact(Timeout = Limit)]
    public Task Difference_NothingChanged_IsEmpty()
    {
        var table = Make.Table(Routes("10.244.1.1"));

        Assert.Equal("", Script.Difference(table, table.With(Routes("10.244.1.1"))));
        return Task.CompletedTask;
    }

    [Fact(Timeout = Limit)]
    public Task Difference_EndpointReplaced_WritesOneElement()
    {
        var table = Make.Table(Routes("10.244.1.1", "10.244.1.2"));
        var next = table.With(Routes(table, "10.244.1.1", "10.244.1.3"));

        Assert.Equal(
            """
            delete element ip t backends-1 { 10.96.0.10 . tcp . 80 }
            add element ip t backends-1 { 10.96.0.10 . tcp . 80 : 10.244.1.3 . 8080 }

            """,
            Script.Difference(table, next));
        return Task.CompletedTask;
    }

    [Fact(Timeout = Limit)]
    public Task Difference_NumberNobodyHasHad_AddsAChainAndRemovesTheUnused()
    {
        var table = Make.Table(Routes("10.244.1.1"));
        var next = table.With(Routes(table, "10.244.1.1", "10.244.1.2"));

        Assert.Equal(
            """
            add map ip t backends-1 { type ipv4_addr . inet_proto . inet_service : ipv4_addr . inet_service ; }
            add chain ip t pick-1
            add chain ip t spread-2
            add rule ip t pick-1 dnat ip to ip daddr . meta l4proto . th dport map @backends-1
            add rule ip t spread-2 numgen random mod 2 vmap { 0 : goto pick-0, 1 : goto pick-1 }
            delete element ip t services { 10.96.0.10 . tcp . 80 }
            add element ip t services { 10.96.0.10 . tcp . 80 : goto spread-2 }
            add element ip t backends-1 { 10.96.0.10 . tcp . 80 : 10.244.1.2 . 8080 }

            """,
            Script.Difference(table, next));
        Assert.Equal(
            """
            delete element ip t services { 10.96.0.10 . tcp . 80 }
            delete element ip t backends-1 { 10.96.0.10 . tcp . 80 }
            add element ip t services { 10.96.0.10 . tcp . 80 : goto pick-0 }
            flush chain ip t pick-1
            flush chain ip t spread-2
            delete chain ip t pick-1
            delete chain ip t spread-2
            delete map ip t backends-1

            """,
            Script.Difference(next, next.With(Routes(next, "10.244.1.1"))));
        return Task.CompletedTask;
    }

    [Fact(Timeout = Limit)]
    public Task Difference_LastEndpointGone_RefusesConnections()
    {
        var table = Make.Table(Routes("10.244.1.1"), Routes2("10.244.1.9"));
        var next = table.With(Routes(table));

        Assert.Equal(
            """
            delete element ip t services { 10.96.0.10 . tcp . 80 }
            delete element ip t backends-0 { 10.96.0.10 . tcp . 80 }
            add element ip t unserved { 10.96.0.10 . tcp . 80 : goto refuse }

            """,
            Script.Difference(table, next));
        return Task.CompletedTask;
    }

    [Fact(Timeout = Limit)]
    public Task Difference_OfManyServices_IsThatOfTheOneThatChanged()
    {
        var table = Make.Table([.. Enumerable.Range(1, 200).Select(static i => Make.Routes(Make.Service(name: $"s{i}", ip: $"10.96.3.{i}"), Make.Node, Make.Slice(Make.Endpoint("10.244.1.1", node: "x"))))]);
        var next = table.With([KeyValuePair.Create(new ServiceName("default", "s7"), (ServiceRoutes?)null)]);

        Assert.Equal(
            """
            delete element ip t cluster-ips { 10.96.3.7 }
            delete element ip t services { 10.96.3.7 . tcp . 80 }
            delete element ip t backends-0 { 10.96.3.7 . tcp . 80 }

            """,
            Script.Difference(table, next));
        return Task.CompletedTask;
    }

    private static ServiceRoutes Routes(params string[] addresses) => Routes(null, addresses);

    private static ServiceRoutes Routes(ServiceTable? before, params string[] addresses) =>
        ServiceResolver.Resolve(Make.Service(), [Make.Slice([.. addresses.Select(static a => Make.Endpoint(a, node: "elsewhere"))])], Make.Node, before?.Find(new ServiceName("default", "web")))!;

    private static ServiceRoutes Routes2(string address) => Make.Routes(Make.Service(name: "other", ip: "10.96.0.99"), Make.Node, Make.Slice(Make.Endpoint(address, node: "elsewhere")));
}
