using ActorKube.Network.Addressing;

namespace ActorKube.Network.Tests.Addressing;

public sealed class Ipv4NetworkTests
{
    [Theory]
    [InlineData("10.1.2.3/16", "10.1.0.0/16")]
    [InlineData(" 10.1.2.3/32 ", "10.1.2.3/32")]
    [InlineData("10.010.0.0/16", "10.10.0.0/16")]
    [InlineData("0.0.0.0/0", "0.0.0.0/0")]
    [InlineData("10.1/16", null)]
    [InlineData("0x0a.0.0.0/8", null)]
    [InlineData("10.0.0.0/33", null)]
    [InlineData("10.0.0.0", null)]
    [InlineData("fd00::/8", null)]
    [InlineData(null, null)]
    public void TryParse_Text_IsReadAsKubernetesReadsIt(string? text, string? expected) => Assert.Equal(expected, Ipv4Network.TryParse(text, out var network) ? network.ToString() : null);
}
