using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ActorKube.EndToEnd.Tests.Hosts;

/// <summary>Asks the cluster's DNS one question, as a resolver in a pod does.</summary>
internal static class ClusterDns
{
    private const ushort Id = 0x1d5;
    private static readonly IPEndPoint Server = new(IPAddress.Parse("10.96.0.10"), 53);

    /// <param name="socket">UDP, of the pod that asks.</param>
    /// <exception cref="IOException">There is no such name.</exception>
    public static async Task<IPAddress> ResolveAsync(Socket socket, string name, CancellationToken cancellationToken)
    {
        await socket.ConnectAsync(Server, cancellationToken);
        await socket.SendAsync(Question(name), cancellationToken);
        var answer = new byte[512];
        var length = await socket.ReceiveAsync(answer, cancellationToken);
        var (id, code, answers) = (answer[0] << 8 | answer[1], answer[3] & 15, answer[6] << 8 | answer[7]);

        // One address and nothing behind it: the record's data are the last four bytes.
        return (id, code, answers) == (Id, 0, 1) ? new IPAddress(answer.AsSpan(length - 4, 4)) : throw new IOException($"{name}: code {code}, {answers} answers.");
    }

    /// <summary>RFC 1035, section 4: for the addresses (type 1, class 1) of the name.</summary>
    private static byte[] Question(string name) =>
    [
        Id >> 8, Id & 255, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0,
        .. name.Split('.').SelectMany(static label => Encoding.ASCII.GetBytes(label).Prepend((byte)label.Length)),
        0, 0, 1, 0, 1,
    ];
}
