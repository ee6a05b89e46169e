using System.Net;
using System.Net.Sockets;
using ActorKube.Network.Proxy.Tables;
using ActorKube.Network.Proxy.Userspace;
using ActorKube.Network.Tests.Proxy.Support;
using ActorKube.Tests.Ports;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActorKube.Network.Tests.Proxy.Userspace;

/// <summary>Relays on loopback addresses of this machine, to servers on others of them.</summary>
public sealed class UserspacePlaneTests
{
    private const int Limit = 60_000;
    private static readonly NodeFacts Node = new("node") { Addresses = [Make.Address("127.0.0.1")] };

    [Fact(Timeout = Limit)]
    public async Task Tcp_BackendReplaced_NewConnectionsGoThereAndOldOnesGoOn()
    {
        await using var plane = new UserspacePlane(new Random(1), TimeProvider.System, NullLogger.Instance);
        var door = FreePorts.One();
        using var first = Listen();
        using var second = Listen();
        var table = Table(door, "TCP", Port(first));
        await plane.RebuildAsync(table, TestContext.Current.CancellationToken);

        using var client = await ConnectAsync(door);
        using var accepted = await first.AcceptSocketAsync(TestContext.Current.CancellationToken);
        var next = Table(door, "TCP", Port(second));
        await plane.ChangeAsync(table, next, TestContext.Current.CancellationToken);
        using var later = await ConnectAsync(door);
        using var alsoAccepted = await second.AcceptSocketAsync(TestContext.Current.CancellationToken);

        await PassAsync(client.Client, accepted);
        await PassAsync(accepted, client.Client);
        await PassAsync(later.Client, alsoAccepted);
        Assert.Empty(plane.Refusals);
    }

    [Fact(Timeout = Limit)]
    public async Task Udp_Datagrams_PassBothWays()
    {
        await using var plane = new UserspacePlane(new Random(1), TimeProvider.System, NullLogger.Instance);
        var door = FreePorts.One();
        using var server = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        await plane.RebuildAsync(Table(door, "UDP", ((IPEndPoint)server.Client.LocalEndPoint!).Port), TestContext.Current.CancellationToken);
        using var client = new UdpClient();
        client.Connect(IPAddress.Loopback, door);

        await client.SendAsync("question"u8.ToArray(), TestContext.Current.CancellationToken);
        var question = await server.ReceiveAsync(TestContext.Current.CancellationToken);
        await server.SendAsync("answer"u8.ToArray(), question.RemoteEndPoint, TestContext.Current.CancellationToken);

        Assert.Equal("answer"u8.ToArray(), (await client.ReceiveAsync(TestContext.Current.CancellationToken)).Buffer);
    }

    [Fact(Timeout = Limit)]
    public async Task Change_ServiceComesAndGoesWhileProgramsStart_HasItsPortEachTime()
    {
        await using var programs = new StartingPrograms();
        await using var plane = new UserspacePlane(new Random(1), TimeProvider.System, NullLogger.Instance);
        using var server = Listen();
        var table = Table(FreePorts.One(), "TCP", Port(server));
        for (var i = 0; i < 1500; i++)
        {
            await plane.RebuildAsync(table, TestContext.Current.CancellationToken);
            Assert.Empty(plane.Refusals);
            await plane.RebuildAsync(ServiceTable.Empty(Node), TestContext.Current.CancellationToken);
        }
    }

    [Fact(Timeout = Limit)]
    public async Task Rebuild_PortTaken_RefusesThatServiceOnly()
    {
        await using var plane = new UserspacePlane(new Random(1), TimeProvider.System, NullLogger.Instance);
        using var taken = Listen();

        await plane.RebuildAsync(Table(Port(taken), "TCP", 9), TestContext.Current.CancellationToken);

        Assert.Equal(new ServiceName("default", "web"), Assert.Single(plane.Refusals).Key);
    }

    private static ServiceTable Table(int door, string protocol, int backend)
    {
        var slice = Make.SliceOf(protocol, Make.Endpoint("127.0.0.1"));
        slice = slice with { Ports = [.. slice.Ports!.Select(p => p with { Port = backend })] };
        return Make.Table(Node, Make.Routes(Make.Service(s => s.NodePort(door), protocol: protocol), Node, slice));
    }

    private static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private static int Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

    private static async Task<TcpClient> ConnectAsync(int port)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
        return client;
    }

    private static async Task PassAsync(Socket from, Socket to)
    {
        await from.SendAsync("x"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal(1, await to.ReceiveAsync(new byte[1], TestContext.Current.CancellationToken));
    }
}
