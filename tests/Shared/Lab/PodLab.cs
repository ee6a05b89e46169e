using System.Globalization;
using System.Net;
using ActorKube.Tests.Engines;

namespace ActorKube.Tests.Lab;

/// <summary>
/// A node with pods, and a machine outside that reaches them through the node only: network namespaces, no containers. Pods have addresses in 10.244.0.0/16, which only the node has routes
/// to. Root only. Disposing it leaves nothing.
/// </summary>
internal sealed class PodLab : IAsyncDisposable
{
    public const string PodNetwork = "10.244.0.0/16";
    private const string Gateway = "10.244.0.1";
    private readonly List<string> _pods = [];
    private readonly LabNetwork _network;

    private PodLab(LabNetwork network, LabMachine node, LabMachine outside) => (_network, Node, Outside) = (network, node, outside);

    public LabMachine Node { get; }

    public LabMachine Outside { get; }

    /// <summary>Namespaces of the pods.</summary>
    public IReadOnlyList<string> Pods => _pods;

    public static async Task<PodLab> CreateAsync(int pods)
    {
        var network = await LabNetwork.CreateAsync();
        PodLab? lab = null;
        try
        {
            lab = new PodLab(network, await network.AddAsync("node"), await network.AddAsync("outside"));
            await lab.Node.RunAsync("sh", "-c", "echo 1 > /proc/sys/net/ipv4/ip_forward");

            // What is addressed to services leads to the node.
            await lab.Outside.RunAsync("ip", "route", "replace", "default", "via", lab.Node.Address.ToString());
            for (var i = 0; i < pods; i++)
            {
                await lab.AddPodAsync(i);
            }

            return lab;
        }
        catch
        {
            await (lab is null ? network.DisposeAsync() : lab.DisposeAsync());
            throw;
        }
    }

    public static IPAddress AddressOf(int pod) => IPAddress.Parse(string.Create(CultureInfo.InvariantCulture, $"10.244.0.{10 + pod}"));

    public async ValueTask DisposeAsync()
    {
        foreach (var pod in _pods)
        {
            await Command.RunAsync("ip", ["netns", "delete", pod]);
        }

        await _network.DisposeAsync();
    }

    private async Task AddPodAsync(int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Node.Namespace}-pod{number}");
        var port = string.Create(CultureInfo.InvariantCulture, $"pod{number}");
        await Command.RunAsync("ip", ["netns", "add", name]);
        _pods.Add(name);
        await Command.RunAsync("ip", ["-n", name, "link", "set", "lo", "up"]);
        await Command.RunAsync("ip", ["-n", name, "link", "add", "eth0", "type", "veth", "peer", "name", port, "netns", Node.Namespace]);
        await Command.RunAsync("ip", ["-n", name, "link", "set", "eth0", "up"]);
        await Command.RunAsync("ip", ["-n", name, "address", "add", $"{AddressOf(number)}/32", "dev", "eth0"]);
        await Command.RunAsync("ip", ["-n", name, "route", "add", Gateway, "dev", "eth0", "scope", "link"]);
        await Command.RunAsync("ip", ["-n", name, "route", "add", "default", "via", Gateway]);
        await Node.RunAsync("ip", "link", "set", port, "up");
        await Node.RunAsync("ip", "address", "add", $"{Gateway}/32", "dev", port);
        await Node.RunAsync("ip", "route", "add", $"{AddressOf(number)}/32", "dev", port);
    }
}
