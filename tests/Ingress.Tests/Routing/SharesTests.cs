using System.Collections.Immutable;
using System.Net;
using ActorKube.Ingresses.Forwarding;
using ActorKube.Ingresses.Routing;

namespace ActorKube.Ingresses.Tests.Routing;

/// <summary>Which endpoint a request goes to.</summary>
public sealed class SharesTests
{
    private const int Requests = 1000;
    private static readonly IngressName Name = new("default", "web");

    [Theory]
    [InlineData("90:1,10:1", "900,100")]
    [InlineData("1:3", "333,333,333")]
    [InlineData("50:2,50:1", "250,250,500")]
    [InlineData("90:0,10:1", "1000")]
    [InlineData("99:1,1:2", "990,5,5")]
    [InlineData("1:0", "")]
    public void Next_ManyRequests_KeepsToTheShares(string services, string shares)
    {
        var (routes, route) = Routes(services);
        var choice = new EndpointChoice(TimeProvider.System);

        var counts = Enumerable.Range(0, Requests).Select(_ => choice.Next(routes, route, [])?.Endpoint.Port).OfType<int>().CountBy(static p => p).OrderBy(static c => c.Key).Select(static c => c.Value).ToList();

        var wanted = shares.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).ToList();
        Assert.Equal(wanted.Count, counts.Count);
        Assert.All(wanted.Zip(counts), static p => Assert.InRange(p.Second, p.First - 4, p.First + 4));
    }

    [Fact]
    public void Next_EndpointsThatWereTried_AreNotChosenAndUnreachableOnesLast()
    {
        var (routes, route) = Routes("1:3");
        var endpoints = routes.Backends[0].Endpoints;
        var choice = new EndpointChoice(TimeProvider.System);
        choice.Avoid(endpoints[0]);

        for (var i = 0; i < 20; i++)
        {
            Assert.NotEqual(endpoints[0], choice.Next(routes, route, [])!.Value.Endpoint);
            Assert.Equal(endpoints[2], choice.Next(routes, route, [endpoints[1]])!.Value.Endpoint);
            Assert.Equal(endpoints[0], choice.Next(routes, route, [endpoints[1], endpoints[2]])!.Value.Endpoint);
        }

        Assert.Null(choice.Next(routes, route, endpoints));
    }

    /// <param name="services">Weight and number of endpoints of each.</param>
    private static (RoutingSnapshot Routes, Route Route) Routes(string services)
    {
        var parts = services.Split(',').Select(static s => s.Split(':')).Select(static p => (Weight: int.Parse(p[0]), Endpoints: int.Parse(p[1]))).ToList();
        var backends = parts.Select(static (p, i) => new Backend(
            new BackendKey("default", $"s{i}", "", 80), BackendProtocol.Http, [.. Enumerable.Range(0, p.Endpoints).Select(e => new IPEndPoint(IPAddress.Loopback, 1000 + (10 * i) + e))])).ToImmutableArray();
        return (new RoutingSnapshot(RouteTable.Empty, backends), new Route(Name, new RouteSettings(), [.. parts.Select(static (p, i) => new WeightedBackend(i, p.Weight))]));
    }
}
