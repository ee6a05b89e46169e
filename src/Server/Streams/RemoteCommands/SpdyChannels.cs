using System.Collections.Concurrent;
using System.Threading.Channels;
using ActorKube.Server.Streams.Spdy;

namespace ActorKube.Server.Streams.RemoteCommands;

/// <summary>
/// The channels of a remote command over SPDY/3.1 (<c>v4.channel.k8s.io</c> of clients before 1.31): the client opens a stream for each, with its name in the header <c>streamType</c>.
/// </summary>
internal sealed class SpdyChannels : IRemoteChannels, IAsyncDisposable
{
    private static readonly TimeSpan OpenPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(10);

    private readonly SpdyConnection _connection;
    private readonly RemoteOptions _options;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<RemoteChannel, SpdyStream> _streams = new();
    private readonly TaskCompletionSource _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<RemoteInput> _input = Channel.CreateBounded<RemoteInput>(4);
    private readonly CancellationTokenSource _ended = new();
    private readonly List<Task> _pumps = [];
    private Task _running = Task.CompletedTask;

    private SpdyChannels(Stream transport, RemoteOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        _connection = new SpdyConnection(transport, headers => ChannelOf(headers) is not null, Take);
    }

    /// <summary>Waits until the client has opened the streams that it asked for; null if it doesn't.</summary>
    public static async Task<SpdyChannels?> OpenAsync(Stream transport, RemoteOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var channels = new SpdyChannels(transport, options, time);
        channels._running = channels.RunAsync(cancellationToken);
        try
        {
            await channels._complete.Task.WaitAsync(OpenPatience, time, cancellationToken).ConfigureAwait(false);
            return channels;
        }
        catch (Exception e) when (e is TimeoutException or IOException)
        {
            await channels._ended.CancelAsync().ConfigureAwait(false);
            await channels.DisposeAsync().ConfigureAwait(false);
            return null;
        }
    }

    public async ValueTask<RemoteInput?> ReadAsync(CancellationToken cancellationToken) =>
        await _input.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false) && _input.Reader.TryRead(out var input) ? input : null;

    public Task WriteAsync(RemoteChannel channel, ReadOnlyMemory<byte> data, CancellationToken cancellationToken) => _streams[channel].WriteAsync(data, cancellationToken);

    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        foreach (var (_, stream) in _streams.OrderBy(s => s.Key))
        {
            await stream.CloseAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Waits a while for the client to end the connection, so that it reads all that was written to it.</summary>
    public async ValueTask DisposeAsync()
    {
        _ended.CancelAfter(ClosePatience);
        await _running.ConfigureAwait(false);
        await _ended.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_pumps).ConfigureAwait(false);
        _connection.Dispose();
        _ended.Dispose();
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_ended.Token, cancellationToken);
        try
        {
            await _connection.RunAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // The process has ended and the client doesn't care, or the client has gone.
        }

        _complete.TrySetException(new IOException("the client has gone"));
        _input.Writer.TryComplete();
    }

    private void Take(SpdyStream stream)
    {
        var channel = ChannelOf(stream.Headers)!.Value;
        if (!_streams.TryAdd(channel, stream))
        {
            return;
        }

        if (channel is RemoteChannel.Stdin or RemoteChannel.Resize)
        {
            _pumps.Add(PumpAsync(stream, channel));
        }

        if (_options.Channels.All(_streams.ContainsKey))
        {
            _complete.TrySetResult();
        }
    }

    private async Task PumpAsync(SpdyStream stream, RemoteChannel channel)
    {
        var buffer = new byte[32 * 1024];
        var source = stream.Input.AsStream();
        try
        {
            int count;
            while ((count = await source.ReadAsync(buffer, _ended.Token).ConfigureAwait(false)) > 0)
            {
                var kind = channel == RemoteChannel.Stdin ? RemoteInputKind.Data : RemoteInputKind.Resize;
                await _input.Writer.WriteAsync(new RemoteInput(kind, buffer.AsSpan(0, count).ToArray()), _ended.Token).ConfigureAwait(false);
            }

            if (channel == RemoteChannel.Stdin)
            {
                await _input.Writer.WriteAsync(new RemoteInput(RemoteInputKind.End), _ended.Token).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or ChannelClosedException or OperationCanceledException)
        {
            // The client has gone, or the session has ended: nobody asks for more.
        }
        finally
        {
            await stream.Input.CompleteAsync().ConfigureAwait(false);
        }
    }

    private static RemoteChannel? ChannelOf(IReadOnlyDictionary<string, string> headers) => headers.GetValueOrDefault("streamtype") switch
    {
        "stdin" => RemoteChannel.Stdin,
        "stdout" => RemoteChannel.Stdout,
        "stderr" => RemoteChannel.Stderr,
        "error" => RemoteChannel.Error,
        "resize" => RemoteChannel.Resize,
        _ => null,
    };
}
