using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace ActorKube.NodeAgent.Docker;

/// <summary>Bytes that a container wrote to one of its streams.</summary>
/// <param name="Stream">1 stdout, 2 stderr.</param>
/// <param name="Data">Valid until the next frame is asked for.</param>
internal readonly record struct Frame(byte Stream, ReadOnlyMemory<byte> Data);

/// <summary>
/// Splits the engine's stream of output. Without a tty each frame has a header of 8 bytes: stream number, three zeros, length (big-endian).
/// With a tty there are no frames: everything is stdout.
/// </summary>
internal static class FrameReader
{
    private const int HeaderSize = 8;
    private const int BufferSize = 32 * 1024;

    public static async IAsyncEnumerable<Frame> ReadAsync(Stream source, bool tty, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (true)
            {
                byte stream = 1;
                var left = int.MaxValue;
                if (!tty)
                {
                    if (await source.ReadAtLeastAsync(buffer.AsMemory(0, HeaderSize), HeaderSize, throwOnEndOfStream: false, cancellationToken) < HeaderSize)
                    {
                        yield break;
                    }

                    stream = buffer[0];
                    left = BinaryPrimitives.ReadInt32BigEndian(buffer.AsSpan(4));
                }

                // A frame may be larger than the buffer (the engine sends log lines of up to 16 KiB, attach up to 32 KiB and more): it is then passed on in parts.
                while (left > 0)
                {
                    var count = await source.ReadAsync(buffer.AsMemory(0, Math.Min(left, buffer.Length)), cancellationToken);
                    if (count == 0)
                    {
                        yield break;
                    }

                    left -= tty ? 0 : count;
                    yield return new Frame(stream, buffer.AsMemory(0, count));
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
