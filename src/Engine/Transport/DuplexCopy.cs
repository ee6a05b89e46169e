namespace ActorKube.Engine.Transport;

/// <summary>Passes on what two sides of a connection say to each other.</summary>
public static class DuplexCopy
{
    private const int BufferSize = 16 << 10;

    /// <summary>Both ways, until one side ends or goes away.</summary>
    public static async Task RunAsync(Stream here, Stream there, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var both = new[] { CopyAsync(here, there, ended.Token), CopyAsync(there, here, ended.Token) };
        await Task.WhenAny(both);
        await ended.CancelAsync();
        await Task.WhenAll(both);
    }

    /// <summary>One way. Bytes are passed on as they come; a side that goes away ends the copying.</summary>
    public static async Task CopyAsync(Stream from, Stream to, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferSize];
        try
        {
            int count;
            while ((count = await from.ReadAsync(buffer, cancellationToken)) > 0)
            {
                await to.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
                await to.FlushAsync(cancellationToken);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // One of the two has gone.
        }
    }
}
