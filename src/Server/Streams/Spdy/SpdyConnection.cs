using System.Collections.Concurrent;

namespace ActorKube.Server.Streams.Spdy;

/// <summary>
/// The server's side of a SPDY/3.1 connection, as far as clients of Kubernetes speak it: they open streams and write to them, the server answers on the same streams.
/// <para>
/// Frames that aren't needed are read over: SETTINGS, HEADERS after the first, and WINDOW_UPDATE, since no such client heeds windows. A stream lives until both sides have said that they are
/// done or one has reset it; what comes for it later is read over as well.
/// </para>
/// </summary>
/// <param name="accepts">Whether a stream with these headers is wanted; otherwise it is refused.</param>
/// <param name="opened">Gets each stream once the client knows that it was taken. Must not block.</param>
internal sealed class SpdyConnection(Stream transport, Func<IReadOnlyDictionary<string, string>, bool> accepts, Action<SpdyStream> opened) : IDisposable
{
    /// <summary>More at a time are refused. A forwarded connection takes two.</summary>
    private const int MaxStreams = 8192;

    private readonly SpdyFrameReader _reader = new(transport);
    private readonly SpdyHeaderDecoder _headers = new();
    private readonly ConcurrentDictionary<uint, SpdyStream> _streams = new();
    private uint _lastId;

    internal SpdyFrameWriter Writer { get; } = new(transport);

    /// <summary>Reads until the client ends the connection or breaks the protocol; then all streams are reset.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await _reader.ReadAsync(cancellationToken).ConfigureAwait(false) is { } frame)
            {
                await TakeAsync(frame, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (IOException)
        {
            // The client has gone without a word, or speaks no SPDY: either way there is nothing more to say to it.
        }
        finally
        {
            await Writer.EndAsync().ConfigureAwait(false);
            foreach (var stream in _streams.Values)
            {
                await stream.AbandonAsync().ConfigureAwait(false);
            }
        }
    }

    public void Dispose()
    {
        _headers.Dispose();
        Writer.Dispose();
    }

    internal void Forget(SpdyStream stream) => _streams.TryRemove(stream.Id, out _);

    private async ValueTask TakeAsync(SpdyFrame frame, CancellationToken cancellationToken)
    {
        switch (frame.Type)
        {
            case SpdyFrameType.Data when _streams.TryGetValue(frame.StreamId, out var stream):
                await stream.ReceiveAsync(frame.Payload, cancellationToken).ConfigureAwait(false);
                await EndIfLastAsync(stream, frame).ConfigureAwait(false);
                break;
            case SpdyFrameType.SynStream:
                await OpenAsync(frame, cancellationToken).ConfigureAwait(false);
                break;
            case SpdyFrameType.RstStream when _streams.TryRemove(frame.Number, out var stream):
                await stream.AbandonAsync().ConfigureAwait(false);
                break;
            case SpdyFrameType.Headers:
                // Not of interest, but what comes later is compressed with reference to it.
                _ = frame.Number;
                _headers.Decode(frame.Payload[4..]);
                break;
            case SpdyFrameType.Ping when frame.Number % 2 == 1:
                await Writer.PingAsync(frame.Number, cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    /// <summary>The stream's number and that of the one it belongs to, priority and slot (2 bytes), then the headers. A client's numbers are odd and rise.</summary>
    private async ValueTask OpenAsync(SpdyFrame frame, CancellationToken cancellationToken)
    {
        const int HeadersAt = 10;
        var id = frame.Number;
        if (frame.Payload.Length < HeadersAt)
        {
            throw new SpdyException($"a SYN_STREAM frame of {frame.Payload.Length} bytes");
        }

        var headers = _headers.Decode(frame.Payload[HeadersAt..]);
        if (id % 2 == 0 || id <= _lastId)
        {
            await Writer.ResetAsync(id, SpdyStatus.ProtocolError, cancellationToken).ConfigureAwait(false);
            return;
        }

        _lastId = id;
        if ((frame.Flags & SpdyFrame.Unidirectional) != 0 || _streams.Count >= MaxStreams || !accepts(headers))
        {
            await Writer.ResetAsync(id, SpdyStatus.RefusedStream, cancellationToken).ConfigureAwait(false);
            return;
        }

        var stream = new SpdyStream(this, id, headers);
        _streams[id] = stream;
        await EndIfLastAsync(stream, frame).ConfigureAwait(false);
        await Writer.ReplyAsync(id, cancellationToken).ConfigureAwait(false);
        opened(stream);
    }

    private static ValueTask EndIfLastAsync(SpdyStream stream, SpdyFrame frame) => frame.IsLast ? stream.EndReceiveAsync() : ValueTask.CompletedTask;
}
