using ActorKube.Network.Addressing;
using ActorKube.Network.Kernel;
using ActorKube.Network.Pods.Plans;
using ActorKube.Network.Pods.Routing;
using ActorKube.Network.Tests.Proxy.Support;

namespace ActorKube.Network.Tests.Pods;

/// <summary>What there is and what is wanted in, what has to be done out. Routes as <c>destination gateway device</c>.</summary>
public sealed class RouteChangesTests
{
    private const int Limit = 60_000;

    [Theory(Timeout = Limit)]
    [InlineData("", "", "", "")]
    [InlineData("", "10.244.1.0/24 192.0.2.1 0", "", "10.244.1.0/24 192.0.2.1 0")]
    [InlineData("10.244.1.0/24 192.0.2.1 7", "10.244.1.0/24 192.0.2.1 0", "", "")]
    [InlineData("10.244.1.0/24 192.0.2.1 7", "10.244.1.0/24 192.0.2.2 0", "", "10.244.1.0/24 192.0.2.2 0")]
    [InlineData("10.244.1.0/24 192.0.2.1 7", "", "10.244.1.0/24 192.0.2.1 7", "")]
    [InlineData("10.244.1.0/24 10.244.1.0 7", "10.244.1.0/24 10.244.1.0 8", "", "10.244.1.0/24 10.244.1.0 8")]
    [InlineData("10.99.1.0/24 192.0.2.1 7", "", "", "")]
    public Task Changes_Between_AreThese(string actual, string wanted, string gone, string come)
    {
        var changes = RouteChanges.Between(
            [.. Parse(actual).Select(static r => new KernelRoute(r.Destination, r.Gateway, r.Device))], [.. Parse(wanted)], Make.Network("10.244.0.0/16"));

        Assert.Equal(Parse(gone), changes.Gone.Select(static r => new PodRoute(r.Destination, r.Gateway, r.Device)));
        Assert.Equal(Parse(come), changes.Come);
        return Task.CompletedTask;
    }

    private static IEnumerable<PodRoute> Parse(string text) => text.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(static r => r.Split(' '))
        .Select(static r => new PodRoute(Make.Network(r[0]), Ipv4.TryParse(r[1], out var gateway) ? gateway : throw new FormatException(r[1]), r[2][0] - '0'));
}
