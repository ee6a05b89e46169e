using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ActorKube.Tests.Lab;

namespace ActorKube.Benchmarks.Network;

/// <summary>Connections from the first pod to a server in the second one.</summary>
internal static class ConnectionLoad
{
    public const int ServerPort = 8080;
    private const int Connections = 1500;
    private const long StreamBytes = 1L << 29;

    /// <summary>One connection after the other: made, accepted, ended by the server.</summary>
    public static double ConnectsPerSecond(PodLab lab, IPEndPoint target)
    {
        using var server = Listen(lab);
        var accepting = Task.Factory.StartNew(
            () =>
            {
                for (var i = 0; i < Connections; i++)
                {
                    using var accepted = server.Accept();
                }
            },
            TaskCreationOptions.LongRunning);
        var seconds = InNamespace.Run(lab.Pods[0], () =>
        {
            var buffer = new byte[1];
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < Connections; i++)
            {
                using var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                client.Connect(target);

                // The server hangs up first, and is answered with a reset: on neither side is the port kept for a while.
                client.Receive(buffer);
                client.LingerState = new LingerOption(true, 0);
            }

            return watch.Elapsed.TotalSeconds;
        });
        accepting.Wait();
        return Connections / seconds;
    }

    /// <summary>One connection, as fast as it goes.</summary>
    public static double BytesPerSecond(PodLab lab, IPEndPoint target)
    {
        using var server = Listen(lab);
        var receiving = Task.Factory.StartNew(
            () =>
            {
                using var accepted = server.Accept();
                var buffer = new byte[256 * 1024];
                while (accepted.Receive(buffer) > 0)
                {
                }
            },
            TaskCreationOptions.LongRunning);
        using var client = InNamespace.Run(lab.Pods[0], static () => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
        client.Connect(target);
        var chunk = new byte[256 * 1024];
        var watch = Stopwatch.StartNew();
        for (var sent = 0L; sent < StreamBytes; sent += chunk.Length)
        {
            client.Send(chunk);
        }

        client.Shutdown(SocketShutdown.Send);
        receiving.Wait();
        return StreamBytes / watch.Elapsed.TotalSeconds;
    }

    private static Socket Listen(PodLab lab)
    {
        var server = InNamespace.Run(lab.Pods[1], static () => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
        server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        server.Bind(new IPEndPoint(IPAddress.Any, ServerPort));
        server.Listen(512);
        return server;
    }
}
