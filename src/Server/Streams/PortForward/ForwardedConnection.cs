using ActorKube.Server.Streams.Spdy;

namespace ActorKube.Server.Streams.PortForward;

/// <summary>Carries bytes between a client's stream and a port of a pod. Each direction ends by itself: a request may be complete long before its answer is.</summary>
internal sealed class ForwardedConnection(SpdyStream client, IPodConnection pod)
{
    private const int BufferSize = 32 * 1024;

    /// <summary>Until both directions have ended, or the client has given the connection up.</summary>
    /// <exception cref="IOException">The pod has broken the connection.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var given = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var toPod = ToPodAsync(given);
        try
        {
            await ToClientAsync(given.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is SpdyResetException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // The client wants no more.
        }
        catch
        {
            await given.CancelAsync().ConfigureAwait(false);
            await toPod.ConfigureAwait(false);
            throw;
        }

        await toPod.ConfigureAwait(false);
    }

    private async Task ToClientAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferSize];
        int count;
        while ((count = await pod.Stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            await client.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
        }

        await client.CloseAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <param name="given">Ends the other direction when the client gives the connection up.</param>
    private async Task ToPodAsync(CancellationTokenSource given)
    {
        try
        {
            await client.Input.CopyToAsync(pod.Stream, given.Token).ConfigureAwait(false);
            pod.CloseWrite();
        }
        catch (SpdyResetException)
        {
            await given.CancelAsync().ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The pod takes no more; what it still says counts, and what the client still sends is thrown away.
        }
        catch (OperationCanceledException) when (given.IsCancellationRequested)
        {
            // The other direction has failed, or the client has gone.
        }
        finally
        {
            await client.Input.CompleteAsync().ConfigureAwait(false);
        }
    }
}
