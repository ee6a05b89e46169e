using System.Buffers.Binary;

namespace ActorKube.Network.Dns;

/// <summary>Messages over TCP: each after its length (RFC 1035, 4.2.2).</summary>
internal static class DnsFrames
{
    /// <summary>Null at the end.</summary>
    /// <exception cref="EndOfStreamException">The end comes within a message.</exception>
    public static async Task<byte[]?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var length = new byte[2];
        if (await stream.ReadAtLeastAsync(length, 2, throwOnEndOfStream: false, cancellationToken) < 2)
        {
            return null;
        }

        var message = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
        await stream.ReadExactlyAsync(message, cancellationToken);
        return message;
    }

    /// <summary>In one piece: some clients read it by one call.</summary>
    public static async Task WriteAsync(Stream stream, byte[] message, CancellationToken cancellationToken)
    {
        var frame = new byte[message.Length + 2];
        BinaryPrimitives.WriteUInt16BigEndian(frame, (ushort)message.Length);
        message.CopyTo(frame, 2);
        await stream.WriteAsync(frame, cancellationToken);
    }
}
