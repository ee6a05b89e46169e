using System.Net;
using System.Net.Sockets;
using ActorKube.Engine.Membership.Probing;
using ActorKube.Engine.Transport;

namespace ActorKube.Engine.Tests.Transport;

public sealed class TcpContactTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public TcpContactTests() => _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    private string Address => _listener.LocalEndPoint!.ToString()!;

    [Fact(Timeout = 30_000)]
    public async Task Kernel_ThatAcceptsForAProcessThatSaysNothing_Stalls()
    {
        _listener.Listen(8);
        Assert.Equal(PeerContact.Stalls, await TcpContact.TryAsync(Address, Patience, TimeProvider.System));
    }

    [Fact(Timeout = 30_000)]
    public async Task Kernel_WithoutAProcess_Refuses() =>
        Assert.Equal(PeerContact.Refuses, await TcpContact.TryAsync(Address, Patience, TimeProvider.System));

    [Fact(Timeout = 30_000)]
    public async Task Machine_ThatDropsWhatItIsSent_IsSilent()
    {
        // A queue that is full: the kernel answers nobody.
        _listener.Listen(0);
        using var first = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await first.ConnectAsync(_listener.LocalEndPoint!, TestContext.Current.CancellationToken);
        Assert.Equal(PeerContact.Silent, await TcpContact.TryAsync(Address, Patience, TimeProvider.System));
    }

    public void Dispose() => _listener.Dispose();
}
