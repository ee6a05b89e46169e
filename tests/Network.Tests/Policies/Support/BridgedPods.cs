using System.Globalization;
using ActorKube.Network.Tests.Proxy.Support;
using ActorKube.Tests.Engines;

namespace ActorKube.Network.Tests.Policies.Support;

/// <summary>Two more pods of the lab's node, 3 and 4, which share a bridge.</summary>
public sealed class BridgedPods(PodLabFixture lab) : IAsyncLifetime
{
    private readonly List<string> _namespaces = [];
    private readonly List<PodServer> _servers = [];

    internal string First => _namespaces[0];

    internal string Second => _namespaces[1];

    internal static string FirstAddress => "10.245.0.10";

    internal static string SecondAddress => "10.245.0.11";

    public async ValueTask InitializeAsync()
    {
        var node = lab.Lab.Node;
        await node.RunAsync("ip", "link", "add", "pods0", "type", "bridge");
        await node.RunAsync("ip", "link", "set", "pods0", "up");
        await node.RunAsync("ip", "address", "add", "10.245.0.1/24", "dev", "pods0");
        for (var i = 0; i < 2; i++)
        {
            var number = i.ToString(CultureInfo.InvariantCulture);
            var name = $"{node.Namespace}-bridged{number}";
            await Command.RunAsync("ip", ["netns", "add", name]);
            _namespaces.Add(name);
            await Command.RunAsync("ip", ["-n", name, "link", "set", "lo", "up"]);
            await Command.RunAsync("ip", ["-n", name, "link", "add", "eth0", "type", "veth", "peer", "name", $"bridged{number}", "netns", node.Namespace]);
            await Command.RunAsync("ip", ["-n", name, "link", "set", "eth0", "up"]);
            await Command.RunAsync("ip", ["-n", name, "address", "add", $"{(i == 0 ? FirstAddress : SecondAddress)}/24", "dev", "eth0"]);
            await Command.RunAsync("ip", ["-n", name, "route", "add", "default", "via", "10.245.0.1"]);
            await node.RunAsync("ip", "link", "set", $"bridged{number}", "master", "pods0");
            await node.RunAsync("ip", "link", "set", $"bridged{number}", "up");
            _servers.Add(new PodServer(name, PodLabFixture.PodCount + i));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }

        foreach (var name in _namespaces)
        {
            await Command.RunAsync("ip", ["netns", "delete", name]);
        }

        await lab.Lab.Node.RunAsync("ip", "link", "delete", "pods0");
    }
}
