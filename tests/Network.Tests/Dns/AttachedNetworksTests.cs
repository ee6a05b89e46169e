using System.Net;
using ActorKube.Network.Dns;

namespace ActorKube.Network.Tests.Dns;

public sealed class AttachedNetworksTests
{
    [Theory]
    [InlineData("192.0.2.7", 24, "192.0.2.200", true)]
    [InlineData("192.0.2.7", 24, "192.0.3.7", false)]
    [InlineData("10.244.3.1", 20, "10.244.15.255", true)]
    [InlineData("10.244.3.1", 20, "10.244.16.0", false)]
    [InlineData("198.51.100.4", 32, "198.51.100.4", true)]
    [InlineData("198.51.100.4", 32, "198.51.100.5", false)]
    [InlineData("2001:db8::1", 64, "2001:db8::ffff", true)]
    [InlineData("2001:db8::1", 64, "2001:db8:0:1::1", false)]
    [InlineData("192.0.2.7", 24, "2001:db8::1", false)]
    public void Contains_Address_ByItsPrefix(string own, int bits, string other, bool expected) =>
        Assert.Equal(expected, new AttachedNetworks.Network(IPAddress.Parse(own).GetAddressBytes(), bits).Contains(IPAddress.Parse(other).GetAddressBytes()));

    [Fact]
    public void Contain_OfThisMachine_ItselfAndNoDocumentationNetworkOfOthers()
    {
        using var networks = new AttachedNetworks();

        Assert.True(networks.Contain(IPAddress.Loopback));
        Assert.False(networks.Contain(IPAddress.Parse("203.0.113.9")));
    }
}
