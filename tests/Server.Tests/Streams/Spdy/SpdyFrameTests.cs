using System.Text;
using ActorKube.Server.Streams.Spdy;

namespace ActorKube.Server.Tests.Streams.Spdy;

public sealed class SpdyFrameTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(int.MaxValue)]
    public async Task Read_FramesInPieces_AreTheSame(int piece)
    {
        var reader = new SpdyFrameReader(new Pieces(Convert.FromHexString("80030006000000040000000b" + "000000030100000548656c6c6f" + "0000000501000000" + "80030003000000080000000300000005"), piece));
        var seen = new StringBuilder();
        while (await reader.ReadAsync(Cancellation) is { } frame)
        {
            seen.Append(frame.Type == SpdyFrameType.Data ? Encoding.ASCII.GetString(frame.Payload.Span) + (frame.IsLast ? $" on {frame.StreamId}. " : "") : $"{frame.Type} {frame.Number}. ");
        }

        Assert.Equal("Ping 11. Hello on 3.  on 5. RstStream 3. ", seen.ToString());
    }

    [Fact]
    public async Task Write_LargeData_IsCutIntoFramesOfWhichTheLastEnds()
    {
        var target = new MemoryStream();
        using var writer = new SpdyFrameWriter(target);
        await writer.WriteDataAsync(7, new byte[150_000], isLast: true, Cancellation);
        target.Position = 0;

        var reader = new SpdyFrameReader(target);
        var (length, ends) = (0, 0);
        while (await reader.ReadAsync(Cancellation) is { } frame)
        {
            Assert.Equal((SpdyFrameType.Data, 7u), (frame.Type, frame.StreamId));
            length += frame.Payload.Length;
            ends += frame.IsLast ? 1 : 0;
        }

        Assert.Equal((150_000, 1), (length, ends));
    }

    [Fact]
    public async Task Write_GivenUpMidway_IsWrittenWhole()
    {
        var target = new Valve();
        using var writer = new SpdyFrameWriter(target);
        using var givenUp = new CancellationTokenSource();
        var begun = writer.WriteDataAsync(1, "Hello"u8.ToArray(), isLast: false, givenUp.Token);
        var waiting = writer.WriteDataAsync(3, "never"u8.ToArray(), isLast: false, givenUp.Token);

        await givenUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        target.Open.SetResult();
        await begun;
        await writer.WriteDataAsync(5, "World"u8.ToArray(), isLast: false, Cancellation);

        Assert.Equal("000000010000000548656c6c6f" + "0000000500000005576f726c64", Convert.ToHexStringLower(target.ToArray()));
    }

    [Fact]
    public async Task Write_ConnectionEnds_IsGivenUp()
    {
        using var writer = new SpdyFrameWriter(new Valve());
        var begun = writer.WriteDataAsync(1, "Hello"u8.ToArray(), isLast: false, Cancellation);

        await writer.EndAsync();

        await Assert.ThrowsAsync<SpdyResetException>(() => begun);
    }

    [Theory]
    [InlineData("8002000100000000")] // SPDY/2
    [InlineData("8003000100ffffff")] // 16 MiB of headers
    [InlineData("474554202f20485454502f312e31")] // HTTP, cut off
    public async Task Read_AnythingElse_IsRefused(string bytes)
    {
        var reader = new SpdyFrameReader(new MemoryStream(Convert.FromHexString(bytes)));

        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            while (await reader.ReadAsync(Cancellation) is not null)
            {
            }
        });
    }

    [Fact]
    public void Number_PayloadTooShort_IsRefused() => Assert.Throws<SpdyException>(() => new SpdyFrame(SpdyFrameType.RstStream, 0, 0, new byte[3]).Number);

    private sealed class Pieces(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);
    }

    /// <summary>Lets nothing through before it is opened, and is of no more use when a write is cancelled, as connections are.</summary>
    private sealed class Valve : MemoryStream
    {
        public TaskCompletionSource Open { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Open.Task.WaitAsync(cancellationToken);
            await base.WriteAsync(buffer, cancellationToken);
        }
    }
}
