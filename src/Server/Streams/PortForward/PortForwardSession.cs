using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using ActorKube.Server.Streams.Spdy;

namespace ActorKube.Server.Streams.PortForward;

/// <summary>
/// Forwards as many connections at a time as the client opens, until it goes. For each the client opens two streams, <c>data</c> and <c>error</c>; the
/// server connects to the pod's port, carries bytes both ways, and closes both streams when both directions have ended. A connection that fails is told of on its error stream.
/// </summary>
internal sealed class PortForwardSession : IDisposable
{
    private readonly IPodPorts _ports;
    private readonly string _pod;
    private readonly SpdyConnection _connection;
    private readonly StreamPairs _pairs = new();
    private readonly ConcurrentDictionary<StreamPair, Task> _forwards = new();
    private readonly CancellationTokenSource _ended = new();

    /// <param name="pod">Its name, for messages.</param>
    public PortForwardSession(Stream transport, IPodPorts ports, string pod)
    {
        _ports = ports;
        _pod = pod;
        _connection = new SpdyConnection(transport, StreamPairs.AreValid, Take);
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _connection.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await _ended.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(_forwards.Values).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _connection.Dispose();
        _ended.Dispose();
    }

    private void Take(SpdyStream stream)
    {
        if (_pairs.Add(stream) is { } pair)
        {
            var forward = ForwardAsync(pair);
            _forwards[pair] = forward;
            _ = forward.ContinueWith(
                (_, done) => _forwards.TryRemove((StreamPair)done!, out Task? _), pair, CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        }
    }

    private async Task ForwardAsync(StreamPair pair)
    {
        // Not in the read loop, which others wait for.
        await Task.Yield();
        try
        {
            await using var connection = await _ports.ConnectAsync(pair.Port, _ended.Token).ConfigureAwait(false);
            await new ForwardedConnection(pair.Data, connection).RunAsync(_ended.Token).ConfigureAwait(false);
            await pair.Data.CloseAsync(_ended.Token).ConfigureAwait(false);
            await pair.Error.CloseAsync(_ended.Token).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            await FailAsync(pair, e.Message).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            // The client has gone.
        }
        finally
        {
            await pair.Data.Input.CompleteAsync().ConfigureAwait(false);
            await pair.Error.Input.CompleteAsync().ConfigureAwait(false);
        }
    }

    private async Task FailAsync(StreamPair pair, string reason)
    {
        var message = string.Create(CultureInfo.InvariantCulture, $"error forwarding port {pair.Port} to pod {_pod}: {reason}");
        try
        {
            await pair.Error.WriteAsync(Encoding.UTF8.GetBytes(message), _ended.Token).ConfigureAwait(false);
            await pair.Error.CloseAsync(_ended.Token).ConfigureAwait(false);
            await pair.Data.ResetAsync(_ended.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The client has gone, and with it who would read the message.
        }
    }
}
