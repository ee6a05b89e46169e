using System.Net;
using System.Net.Sockets;
using System.Text;
using ActorKube.Network.Addressing;
using ActorKube.Network.Pods;
using ActorKube.Network.Pods.Plans;
using ActorKube.Network.Tests.Proxy.Support;
using ActorKube.Tests.Engines;
using ActorKube.Tests.Lab;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActorKube.Network.Tests.Pods;

/// <summary>Two machines with one pod each, which is an address of an interface. Disposing it leaves the machines as they were.</summary>
internal sealed class PodMachines : IAsyncDisposable
{
    public const string Cluster = "10.250.0.0/16";
    private const string PodInterface = "podbridge";
    private readonly List<PodPlane> _planes = [];

    private PodMachines(LabMachine first, LabMachine second) => (First, Second) = (first, second);

    public LabMachine First { get; }

    public LabMachine Second { get; }

    public IEnumerable<PodNode> Nodes => [new("first", Ipv4.Of(First.Address), Make.Network("10.250.1.0/24")), new("second", Ipv4.Of(Second.Address), Make.Network("10.250.2.0/24"))];

    public static async Task<PodMachines> CreateAsync(PodLabFixture lab)
    {
        var machines = new PodMachines(lab.Lab.Node, lab.Lab.Outside);
        foreach (var (machine, pod) in new[] { (machines.First, "10.250.1.9"), (machines.Second, "10.250.2.9") })
        {
            await machine.RunAsync("ip", "link", "add", PodInterface, "type", "bridge");
            await machine.RunAsync("ip", "address", "add", $"{pod}/24", "dev", PodInterface);
            await machine.RunAsync("ip", "link", "set", PodInterface, "up");
        }

        return machines;
    }

    /// <summary>As a host that has just started opens it.</summary>
    public PodPlane Open(LabMachine machine, PodNetworkBackend backend)
    {
        var plane = InNamespace.Run(machine.Namespace, () => PodPlane.Open(Options(machine, backend), Make.Network(Cluster), NullLogger.Instance));
        _planes.Add(plane);
        return plane;
    }

    public PodNetworkOptions Options(LabMachine machine, PodNetworkBackend backend) => new()
    {
        NodeName = machine == First ? "first" : "second",
        NodeId = $"test-{machine.Name}",
        Address = machine.Address,
        ClusterCidr = Cluster,
        Backend = backend,
    };

    /// <summary>Nodes whose pods can't be reached, and why.</summary>
    public IReadOnlyDictionary<string, string> Apply(PodPlane plane, LabMachine machine, PodNetworkBackend backend, params IEnumerable<PodNode> more)
    {
        var now = plane.Look();
        return plane.Apply(PodPlanner.Plan([.. Nodes, .. more], machine == First ? "first" : "second", now.Addresses, Make.Network(Cluster), backend), now);
    }

    /// <summary>Whom a server of one machine's pod takes the other's pod for.</summary>
    public async Task<string> SeenAsAsync(LabMachine client, LabMachine server)
    {
        using var listener = InNamespace.Run(server.Namespace, static () => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
        using var caller = InNamespace.Run(client.Namespace, static () => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
        listener.Bind(new IPEndPoint(PodOf(server), 0));
        listener.Listen();
        caller.Bind(new IPEndPoint(PodOf(client), 0));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var accepted = listener.AcceptAsync(limit.Token).AsTask();
        await caller.ConnectAsync(listener.LocalEndPoint!, limit.Token);
        using var answer = await accepted;

        // More than one packet of any kind.
        var much = Encoding.ASCII.GetBytes(new string('x', 20_000));
        await caller.SendAsync(much, limit.Token);
        for (var received = 0; received < much.Length;)
        {
            received += await answer.ReceiveAsync(new byte[much.Length], limit.Token);
        }

        return ((IPEndPoint)answer.RemoteEndPoint!).Address.ToString();
    }

    public static async Task<string> RunAsync(LabMachine machine, params string[] command) => await Command.RunAsync(machine.Enter[0], [.. machine.Enter.Skip(1), .. command]);

    /// <summary>Routes with our mark, one a line.</summary>
    public static async Task<string> RoutesAsync(LabMachine machine) => await RunAsync(machine, "ip", "route", "show", "proto", "107");

    public IPAddress PodOf(LabMachine machine) => IPAddress.Parse(machine == First ? "10.250.1.9" : "10.250.2.9");

    public async ValueTask DisposeAsync()
    {
        foreach (var plane in _planes)
        {
            plane.Remove();
            plane.Dispose();
        }

        foreach (var machine in new[] { First, Second })
        {
            await machine.RunAsync("ip", "link", "delete", PodInterface);
        }
    }
}
