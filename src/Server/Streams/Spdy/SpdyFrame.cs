using System.Buffers.Binary;

namespace ActorKube.Server.Streams.Spdy;

/// <summary>What a frame is. All but <see cref="Data"/> are control frames, with their numbers on the wire.</summary>
internal enum SpdyFrameType : ushort
{
    Data = 0,
    SynStream = 1,
    SynReply = 2,
    RstStream = 3,
    Settings = 4,
    Ping = 6,
    GoAway = 7,
    Headers = 8,
    WindowUpdate = 9,
}

/// <summary>Why a stream is reset.</summary>
internal enum SpdyStatus : uint
{
    ProtocolError = 1,
    RefusedStream = 3,
    Cancel = 5,
}

/// <summary>One frame, or a part of a data frame's bytes.</summary>
/// <param name="StreamId">Of a data frame; a control frame has its own in the payload.</param>
/// <param name="Payload">Valid until the next frame is read.</param>
internal readonly record struct SpdyFrame(SpdyFrameType Type, byte Flags, uint StreamId, ReadOnlyMemory<byte> Payload)
{
    /// <summary>The sender sends no more on the stream.</summary>
    public const byte Fin = 1;

    /// <summary>The receiver of a SYN_STREAM must not send on it.</summary>
    public const byte Unidirectional = 2;

    public bool IsLast => (Flags & Fin) != 0;

    /// <summary>The number that a control frame's payload begins with: the stream's, or a ping's.</summary>
    public uint Number => Payload.Length >= 4
        ? BinaryPrimitives.ReadUInt32BigEndian(Payload.Span) & (Type == SpdyFrameType.Ping ? uint.MaxValue : 0x7fffffff)
        : throw new SpdyException($"a {Type} frame of {Payload.Length} bytes");
}
