using System.Net;
using System.Net.Sockets;

namespace ActorKube.Tests.Ports;

/// <summary>
/// Ports that nobody listens on, below those that the kernel gives to outgoing connections: who closes one finds it again later, though others connect to each other meanwhile.
/// </summary>
internal static class FreePorts
{
    private const int First = 20000;
    private const int Count = 10000;

    /// <summary>Other processes that run tests begin elsewhere.</summary>
    private static int _last = Environment.ProcessId * 37;

    public static int One() => Row(1);

    /// <summary>The first of so many in a row.</summary>
    public static int Row(int length)
    {
        while (true)
        {
            var end = (uint)Interlocked.Add(ref _last, length);
            var port = First + (int)(end % (uint)(Count - length));
            if (Enumerable.Range(port, length).All(IsFree))
            {
                return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.IPv6Any, port));
            socket.Listen();
            return true;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return false;
        }
    }
}
