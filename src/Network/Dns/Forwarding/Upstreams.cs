using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using ActorKube.Network.Dns.Messages;

namespace ActorKube.Network.Dns.Forwarding;

/// <summary>
/// Asks other servers, one after the other until one answers: over UDP from a port of its own each time and with a random id, so that nobody else can answer (RFC 5452), and over TCP
/// what doesn't fit. Thread-safe.
/// </summary>
internal sealed class Upstreams(IReadOnlyList<IPEndPoint> servers, TimeProvider time)
{
    /// <summary>For one server; the client waits 5 s, as a rule.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Null if none answers.</summary>
    public async Task<DnsAnswer?> AskAsync(DnsQuestion question, CancellationToken cancellationToken)
    {
        foreach (var server in servers)
        {
            using var timer = new CancellationTokenSource(Patience, time);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
            try
            {
                var answer = await AskAsync(server, question, limit.Token);
                if (answer.Code is DnsCode.Success or DnsCode.NoSuchName)
                {
                    return answer;
                }
            }
            catch (Exception e) when (e is SocketException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                // The next one.
            }
        }

        return null;
    }

    private static async Task<DnsAnswer> AskAsync(IPEndPoint server, DnsQuestion question, CancellationToken cancellationToken)
    {
        var id = (ushort)RandomNumberGenerator.GetInt32(ushort.MaxValue + 1);
        var query = DnsWriter.Write(id, question);
        using var socket = new Socket(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        await socket.ConnectAsync(server, cancellationToken);
        await socket.SendAsync(query, cancellationToken);
        var buffer = new byte[DnsQuery.MaxPayload];
        while (true)
        {
            var length = await socket.ReceiveAsync(buffer, cancellationToken);
            if (DnsReader.TryReadAnswer(buffer.AsSpan(0, length), id, question, out var answer, out var isWhole))
            {
                return isWhole ? answer : await AskByTcpAsync(server, id, query, question, cancellationToken);
            }
        }
    }

    private static async Task<DnsAnswer> AskByTcpAsync(IPEndPoint server, ushort id, byte[] query, DnsQuestion question, CancellationToken cancellationToken)
    {
        using var client = new TcpClient(server.AddressFamily);
        await client.ConnectAsync(server, cancellationToken);
        var stream = client.GetStream();
        await DnsFrames.WriteAsync(stream, query, cancellationToken);
        return await DnsFrames.ReadAsync(stream, cancellationToken) is { } message && DnsReader.TryReadAnswer(message, id, question, out var answer, out _)
            ? answer
            : throw new IOException("The server gave no good answer.");
    }
}
