using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ActorKube.Benchmarks.Network;

/// <summary>Clients that ask a DNS server for the address of one service after the other, each waiting for its answer.</summary>
internal static class DnsLoad
{
    private const int Clients = 8;
    private const int HeadLength = 12;
    private const int ReceiveTimeout = 5_000;

    /// <param name="names">Each client goes through all of them, again and again.</param>
    /// <returns>How many were answered a second by all clients together, and how long each took, in milliseconds.</returns>
    /// <exception cref="InvalidOperationException">An answer has no address.</exception>
    public static async Task<(double PerSecond, double[] Times)> RunAsync(IPEndPoint server, IReadOnlyList<string> names, TimeSpan time)
    {
        var queries = names.Select(Query).ToArray();
        var watch = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Factory.StartNew(() => Ask(server, queries, client, watch, time), TaskCreationOptions.LongRunning)));
        var all = times.SelectMany(static t => t).Order().ToArray();
        return (all.Length / watch.Elapsed.TotalSeconds, all);
    }

    private static List<double> Ask(IPEndPoint server, byte[][] queries, int client, Stopwatch watch, TimeSpan time)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp) { ReceiveTimeout = ReceiveTimeout };
        socket.Connect(server);
        var answer = new byte[1500];
        var times = new List<double>();
        for (var i = client; watch.Elapsed < time; i++)
        {
            var start = Stopwatch.GetTimestamp();
            socket.Send(queries[i % queries.Length]);
            var length = socket.Receive(answer);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (length < HeadLength || BinaryPrimitives.ReadUInt16BigEndian(answer.AsSpan(6)) == 0)
            {
                throw new InvalidOperationException("The DNS gave no address.");
            }
        }

        return times;
    }

    /// <summary>A question for an A record, with recursion wanted.</summary>
    private static byte[] Query(string name) =>
    [
        0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0,
        .. name.Split('.').SelectMany(static l => Encoding.ASCII.GetBytes(l).Prepend((byte)l.Length)),
        0, 0, 1, 0, 1,
    ];
}
