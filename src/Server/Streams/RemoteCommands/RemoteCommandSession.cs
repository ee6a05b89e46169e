using System.Text.Json;
using ActorKube.Server.Responses;

namespace ActorKube.Server.Streams.RemoteCommands;

/// <summary>Carries the streams of one process between it and a client, until the process ends or the client goes.</summary>
internal sealed class RemoteCommandSession(IRemoteChannels client, IRemoteProcess process, RemoteOptions options, TimeProvider time)
{
    /// <summary>A client answers the end of a command at once; a connection cut off before it has would cost it what it hasn't read yet.</summary>
    private static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(10);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var exited = new CancellationTokenSource();
        using var ended = new CancellationTokenSource();
        var input = ReadAsync(gone, exited.Token, ended.Token);
        try
        {
            await WriteAsync(gone.Token).ConfigureAwait(false);
            var exitCode = await process.WaitForExitAsync(gone.Token).ConfigureAwait(false);
            await exited.CancelAsync().ConfigureAwait(false);
            await client.WriteAsync(RemoteChannel.Error, Json.Of(ExitStatus.Of(exitCode).Write), gone.Token).ConfigureAwait(false);
            await client.CloseAsync(gone.Token).ConfigureAwait(false);
            await input.WaitAsync(ClosePatience, time, gone.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or TimeoutException || e is OperationCanceledException && gone.IsCancellationRequested)
        {
            // The client has gone; the process goes on by itself.
        }

        await ended.CancelAsync().ConfigureAwait(false);
        await input.ConfigureAwait(false);
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        await foreach (var (isError, data) in process.ReadOutputAsync(cancellationToken).ConfigureAwait(false))
        {
            if (isError ? options.Stderr : options.Stdout)
            {
                await client.WriteAsync(isError ? RemoteChannel.Stderr : RemoteChannel.Stdout, data, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Takes what the client sends, until it goes: then the session ends.</summary>
    /// <param name="exited">Nobody is there any more to pass it on to. A client that still sends reads nothing before it has got rid of that.</param>
    private async Task ReadAsync(CancellationTokenSource gone, CancellationToken exited, CancellationToken ended)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(gone.Token, ended);
        using var passing = CancellationTokenSource.CreateLinkedTokenSource(either.Token, exited);
        try
        {
            while (await client.ReadAsync(either.Token).ConfigureAwait(false) is { } input)
            {
                await TakeAsync(input, passing.Token).ConfigureAwait(false);
            }

            await gone.CancelAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // The session has ended.
        }
    }

    private async Task TakeAsync(RemoteInput input, CancellationToken cancellationToken)
    {
        try
        {
            switch (input.Kind)
            {
                case RemoteInputKind.Data:
                    await process.Input.WriteAsync(input.Data, cancellationToken).ConfigureAwait(false);
                    await process.Input.FlushAsync(cancellationToken).ConfigureAwait(false);
                    break;
                case RemoteInputKind.End:
                    await process.CloseInputAsync(cancellationToken).ConfigureAwait(false);
                    break;
                case RemoteInputKind.Resize when TerminalSize(input.Data) is var (columns, rows):
                    await process.ResizeAsync(columns, rows, cancellationToken).ConfigureAwait(false);
                    break;
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The process takes no more input; its output may go on.
        }
    }

    /// <summary>Null for what is no size: a terminal of an unknown one is of use all the same.</summary>
    private static (int Columns, int Rows)? TerminalSize(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var size = JsonDocument.Parse(json);
            return size.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("Width", out var width) && width.TryGetUInt16(out var columns)
                && root.TryGetProperty("Height", out var height) && height.TryGetUInt16(out var rows)
                ? (columns, rows)
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
