using System.Text;
using ActorKube.NodeAgent.Docker;

namespace ActorKube.NodeAgent.Tests.Docker;

public sealed class FrameReaderTests
{
    [Fact(Timeout = 60_000)]
    public async Task Read_Frames_AreToldApart()
    {
        byte[] source = [1, 0, 0, 0, 0, 0, 0, 3, .. "out"u8, 2, 0, 0, 0, 0, 0, 0, 3, .. "err"u8, 1, 0, 0, 0, 0, 0, 0, 0];

        Assert.Equal(["1:out", "2:err"], await ReadAsync(new MemoryStream(source), tty: false));
    }

    [Fact(Timeout = 60_000)]
    public async Task Read_OneByteAtATime_LosesNothing()
    {
        byte[] source = [1, 0, 0, 0, 0, 0, 0, 3, .. "out"u8, 2, 0, 0, 0, 0, 0, 0, 2, .. "er"u8];

        Assert.Equal("1:o 1:u 1:t 2:e 2:r", string.Join(' ', await ReadAsync(new Trickle(source), tty: false)));
    }

    [Fact(Timeout = 60_000)]
    public async Task Read_LargerThanTheBuffer_ComesInParts()
    {
        byte[] source = [1, 0, 0, 0, 0, 2, 0, 0, .. new byte[0x20000]];

        Assert.Equal(0x20000, (await ReadAsync(new MemoryStream(source), tty: false)).Sum(f => f.Length - 2));
    }

    [Fact(Timeout = 60_000)]
    public async Task Read_Terminal_IsNotFramed() => Assert.Equal(["1:\u0001\0\0\0raw"], await ReadAsync(new MemoryStream([1, 0, 0, 0, .. "raw"u8]), tty: true));

    [Fact(Timeout = 60_000)]
    public async Task Read_CutInAHeader_Ends() => Assert.Empty(await ReadAsync(new MemoryStream([1, 0, 0]), tty: false));

    private static async Task<List<string>> ReadAsync(Stream source, bool tty)
    {
        var frames = new List<string>();
        await foreach (var frame in FrameReader.ReadAsync(source, tty, TestContext.Current.CancellationToken))
        {
            frames.Add($"{frame.Stream}:{Encoding.ASCII.GetString(frame.Data.Span)}");
        }

        return frames;
    }

    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(1, buffer.Length)], cancellationToken);
    }
}
