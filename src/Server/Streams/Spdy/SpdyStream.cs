using System.IO.Pipelines;

namespace ActorKube.Server.Streams.Spdy;

/// <summary>
/// A stream that the other side has opened. What it sends waits in <see cref="Input"/>; whoever reads it completes it, and what still comes is then thrown away.
/// </summary>
internal sealed class SpdyStream(SpdyConnection connection, uint id, IReadOnlyDictionary<string, string> headers)
{
    // As much as a stream may lead its reader by. Beyond that the whole connection waits: SPDY's own flow control isn't spoken by any client of Kubernetes.
    private static readonly PipeOptions Buffering = new(pauseWriterThreshold: 512 * 1024, resumeWriterThreshold: 256 * 1024, useSynchronizationContext: false);

    private const int LocalEnd = 1;
    private const int RemoteEnd = 2;

    private readonly Pipe _received = new(Buffering);
    private int _ends;
    private volatile bool _isReset;

    public uint Id { get; } = id;

    public IReadOnlyDictionary<string, string> Headers { get; } = headers;

    /// <summary>What the other side sends, until it says that this was all. Fails with <see cref="SpdyResetException"/> if it gives the stream up.</summary>
    public PipeReader Input => _received.Reader;

    /// <exception cref="SpdyResetException">The other side takes no more.</exception>
    public Task WriteAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken) =>
        _isReset ? throw new SpdyResetException("the stream was reset") : connection.Writer.WriteDataAsync(Id, data, isLast: false, cancellationToken);

    /// <summary>Says that no more is written. Once is enough.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        if (!_isReset && End(LocalEnd))
        {
            await connection.Writer.WriteDataAsync(Id, default, isLast: true, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gives the stream up, both ways. Its input stays as it is.</summary>
    public async Task ResetAsync(CancellationToken cancellationToken)
    {
        if (!_isReset)
        {
            _isReset = true;
            connection.Forget(this);
            await connection.Writer.ResetAsync(Id, SpdyStatus.Cancel, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Bytes from the other side. Waits while the reader has too many already. This and the following are the connection's read loop's alone.</summary>
    internal async ValueTask ReceiveAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        if (!data.IsEmpty && (Volatile.Read(ref _ends) & RemoteEnd) == 0)
        {
            await _received.Writer.WriteAsync(data, cancellationToken).ConfigureAwait(false);
        }
    }

    internal async ValueTask EndReceiveAsync()
    {
        if (End(RemoteEnd))
        {
            await _received.Writer.CompleteAsync().ConfigureAwait(false);
        }
    }

    /// <summary>The other side, or the connection, has given the stream up.</summary>
    internal ValueTask AbandonAsync()
    {
        _isReset = true;
        return _received.Writer.CompleteAsync(new SpdyResetException("the stream was reset"));
    }

    /// <summary>Notes that one side is done; the connection forgets a stream that both are done with. False if that side was done already.</summary>
    private bool End(int side)
    {
        var before = Interlocked.Or(ref _ends, side);
        if ((before | side) == (LocalEnd | RemoteEnd))
        {
            connection.Forget(this);
        }

        return (before & side) == 0;
    }
}
