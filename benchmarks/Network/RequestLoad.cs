using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ActorKube.Benchmarks.Network;

/// <summary>Clients that ask for the same page again and again over connections that they keep, with as little work of their own as can be.</summary>
internal static class RequestLoad
{
    /// <summary>What every answer ends with.</summary>
    public const string Body = "Hello!\n";

    private const int Clients = 32;
    private const int Requests = 30_000;

    /// <returns>Requests a second, and the processor's microseconds for each, of clients and servers together.</returns>
    public static async Task<(double PerSecond, double Microseconds)> RunAsync(IPEndPoint target)
    {
        var left = Requests;
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(target);
            var request = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"GET / HTTP/1.1\r\nHost: {IngressUnderTest.Host}\r\nUser-Agent: bench\r\nAccept: */*\r\n\r\n"));
            var end = Encoding.ASCII.GetBytes(Body);
            var buffer = new byte[4096];
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await socket.SendAsync(request);
                var length = 0;
                while (!buffer.AsSpan(0, length).EndsWith(end))
                {
                    var count = await socket.ReceiveAsync(buffer.AsMemory(length));
                    length += count > 0 ? count : throw new IOException("The connection was closed.");
                }

                if (!buffer.AsSpan().StartsWith("HTTP/1.1 200 "u8))
                {
                    throw new IOException(Encoding.ASCII.GetString(buffer, 0, length));
                }
            }
        })));
        return (Requests / watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / Requests);
    }
}
