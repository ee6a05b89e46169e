using ActorKube.NodeAgent.Runtimes.DockerEngine.Linux;

namespace ActorKube.NodeAgent.Tests.Runtimes.DockerEngine;

public sealed class HostResolverTests
{
    /// <summary>The usual file, the one behind systemd-resolved; the servers that pods have.</summary>
    [Theory]
    [InlineData("nameserver 192.0.2.53", "nameserver 192.0.2.99", "192.0.2.53")]
    [InlineData("nameserver 127.0.0.53", "nameserver 192.0.2.99", "192.0.2.99")]
    [InlineData("nameserver 127.0.0.53\nnameserver 192.0.2.53", "nameserver 192.0.2.99", "127.0.0.53 192.0.2.53")]
    [InlineData("nameserver 127.0.0.53", "", "127.0.0.53")]
    [InlineData("", "nameserver 192.0.2.99", "")]
    public void Choose_OfTheHosts_IsWhatPodsReach(string usual, string behind, string expected) => Assert.Equal(expected, string.Join(' ', HostResolver.Choose(usual, behind).Servers));
}
