using ActorKube.Network.Addressing;
using ActorKube.Network.Nftables;
using ActorKube.Network.Proxy.Nftables;
using ActorKube.Network.Proxy.Tables;
using ActorKube.Tests.Lab;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActorKube.Network.Tests.Proxy.Support;

/// <summary>A node with three pods that serve, and one machine outside. Its tests share it, one after the other.</summary>
[CollectionDefinition(nameof(PodLabFixture))]
public sealed class PodLabFixture : IAsyncLifetime, ICollectionFixture<PodLabFixture>
{
    public const int PodCount = 3;
    private const string Table = "actorkube-test";
    private readonly List<PodServer> _servers = [];

    internal PodLab Lab { get; private set; } = null!;

    internal string Node => Lab.Node.Namespace;

    internal string NodeAddress => Lab.Node.Address.ToString();

    internal string Outside => Lab.Outside.Namespace;

    internal NodeFacts Facts => new("node") { Addresses = [Ipv4.Of(Lab.Node.Address)], PodNetworks = [Make.Network(PodLab.PodNetwork)] };

    internal static string Pod(int number) => PodLab.AddressOf(number).ToString();

    /// <summary>As a proxy that has just started opens it.</summary>
    internal KernelPlane OpenPlane() => InNamespace.Run(Node, static () => KernelPlane.Open(Table, NullLogger.Instance));

    internal INftables OpenNftables() => InNamespace.Run(Node, static () => new Libnftables());

    public async ValueTask InitializeAsync()
    {
        Lab = await PodLab.CreateAsync(PodCount);
        for (var i = 0; i < PodCount; i++)
        {
            _servers.Add(new PodServer(Lab.Pods[i], i));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }

        await Lab.DisposeAsync();
    }
}
