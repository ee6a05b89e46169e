using System.Buffers.Binary;
using System.ComponentModel;

namespace ActorKube.Network.Kernel;

/// <summary>The frames of netlink (RFC 3549, linux/netlink.h): a header of 16 bytes, numbers in the host's byte order, everything at multiples of 4.</summary>
internal static class NetlinkMessage
{
    public const ushort Acknowledge = 0x1 | 0x4;
    public const ushort Dump = 0x1 | 0x300;

    /// <summary>Makes what isn't there yet; what is there is an error.</summary>
    public const ushort Create = Acknowledge | 0x200 | 0x400;

    /// <summary>Makes it, or changes what is there.</summary>
    public const ushort CreateOrReplace = Acknowledge | 0x100 | 0x400;
    private const int HeaderLength = 16;
    private const ushort ErrorType = 2;
    private const ushort DoneType = 3;

    public static byte[] Build(ushort type, ushort flags, uint sequence, ReadOnlySpan<byte> payload)
    {
        var message = new byte[HeaderLength + Aligned(payload.Length)];
        BinaryPrimitives.WriteUInt32LittleEndian(message, (uint)message.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(message.AsSpan(4), type);
        BinaryPrimitives.WriteUInt16LittleEndian(message.AsSpan(6), flags);
        BinaryPrimitives.WriteUInt32LittleEndian(message.AsSpan(8), sequence);
        payload.CopyTo(message.AsSpan(HeaderLength));
        return message;
    }

    /// <summary>Walks through what was received. True when the request is answered.</summary>
    /// <exception cref="Win32Exception">The request failed.</exception>
    public static bool Read(ReadOnlySpan<byte> received, uint sequence, Action<ReadOnlySpan<byte>>? answer)
    {
        while (received.Length >= HeaderLength)
        {
            var length = (int)BinaryPrimitives.ReadUInt32LittleEndian(received);
            var type = BinaryPrimitives.ReadUInt16LittleEndian(received[4..]);
            var body = received[HeaderLength..length];
            if (BinaryPrimitives.ReadUInt32LittleEndian(received[8..]) == sequence)
            {
                switch (type)
                {
                    case DoneType:
                        return true;
                    case ErrorType when BinaryPrimitives.ReadInt32LittleEndian(body) is var error:
                        return error == 0 ? true : throw new Win32Exception(-error);
                    default:
                        answer?.Invoke(body);
                        break;
                }
            }

            received = received[Math.Min(Aligned(length), received.Length)..];
        }

        return false;
    }

    /// <summary>The value of an attribute; empty if it isn't among them. The two upper bits of a type are flags.</summary>
    public static ReadOnlySpan<byte> Attribute(ReadOnlySpan<byte> attributes, int type)
    {
        while (attributes.Length >= 4)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(attributes);
            if ((BinaryPrimitives.ReadUInt16LittleEndian(attributes[2..]) & 0x3FFF) == type)
            {
                return attributes[4..length];
            }

            attributes = attributes[Math.Min(Aligned(length), attributes.Length)..];
        }

        return [];
    }

    /// <summary>One attribute that holds others, as bytes.</summary>
    public static byte[] Nested(int type, ReadOnlySpan<byte> value) => Value(type | 0x8000, value);

    /// <summary>One attribute, as bytes.</summary>
    public static byte[] Value(int type, ReadOnlySpan<byte> value)
    {
        var attribute = new byte[4 + Aligned(value.Length)];
        BinaryPrimitives.WriteUInt16LittleEndian(attribute, (ushort)(4 + value.Length));
        BinaryPrimitives.WriteUInt16LittleEndian(attribute.AsSpan(2), (ushort)type);
        value.CopyTo(attribute.AsSpan(4));
        return attribute;
    }

    /// <summary>One attribute that is a number in the host's byte order.</summary>
    public static byte[] Number(int type, int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return Value(type, bytes);
    }

    /// <summary>One attribute that is an IPv4 address.</summary>
    public static byte[] Address(int type, uint address)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, address);
        return Value(type, bytes);
    }

    /// <summary>A number, or 0 if it isn't among the attributes.</summary>
    public static int ReadNumber(ReadOnlySpan<byte> attributes, int type) =>
        Attribute(attributes, type) is { Length: >= 4 } value ? BinaryPrimitives.ReadInt32LittleEndian(value) : 0;

    /// <summary>An IPv4 address, or 0 if it isn't among the attributes.</summary>
    public static uint ReadAddress(ReadOnlySpan<byte> attributes, int type) =>
        Attribute(attributes, type) is { Length: 4 } value ? BinaryPrimitives.ReadUInt32BigEndian(value) : 0;

    private static int Aligned(int length) => (length + 3) & ~3;
}
