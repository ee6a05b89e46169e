using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using ActorKube.Api.Meta;
using ActorKube.Server.Responses;

namespace ActorKube.Server.Streams;

/// <summary>Carries the streams of one process over one socket until the process ends or the client goes.</summary>
internal sealed class RemoteCommandSession(ChannelSocket socket, IRemoteProcess process, bool stdin, bool stdout, bool stderr)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        foreach (var (channel, isOpen) in new[] { (ChannelSocket.Stdin, stdin), (ChannelSocket.Stdout, stdout), (ChannelSocket.Stderr, stderr), (ChannelSocket.Error, true) })
        {
            if (isOpen)
            {
                // An empty message tells the client that the channel is there.
                await socket.WriteAsync(channel, ReadOnlyMemory<byte>.Empty, cancellationToken).ConfigureAwait(false);
            }
        }

        var input = ReadAsync(ended);
        try
        {
            await WriteAsync(ended.Token).ConfigureAwait(false);
            var exitCode = await process.WaitForExitAsync(ended.Token).ConfigureAwait(false);
            await socket.WriteAsync(ChannelSocket.Error, Json.Of(ExitStatus(exitCode).Write), ended.Token).ConfigureAwait(false);
            await socket.CloseAsync(ended.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The client has gone; the process goes on by itself.
        }
        catch (WebSocketException)
        {
            // As above, noticed while writing.
        }

        await ended.CancelAsync().ConfigureAwait(false);
        await input.ConfigureAwait(false);
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        await foreach (var (isError, data) in process.ReadOutputAsync(cancellationToken).ConfigureAwait(false))
        {
            if (isError ? stderr : stdout)
            {
                await socket.WriteAsync(isError ? ChannelSocket.Stderr : ChannelSocket.Stdout, data, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>What the client sends, until it closes: then the session ends.</summary>
    private async Task ReadAsync(CancellationTokenSource ended)
    {
        try
        {
            while (await socket.ReadAsync(ended.Token).ConfigureAwait(false) is { } message)
            {
                if (message.Length > 0)
                {
                    await TakeAsync(message.Span[0], message[1..], ended.Token).ConfigureAwait(false);
                }
            }

            await ended.CancelAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The process has ended.
        }
        catch (IOException)
        {
            // The process takes no more input; its output may go on.
        }
    }

    private async Task TakeAsync(byte channel, ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        switch (channel)
        {
            case ChannelSocket.Stdin when data.Length > 0:
                await process.Input.WriteAsync(data, cancellationToken).ConfigureAwait(false);
                await process.Input.FlushAsync(cancellationToken).ConfigureAwait(false);
                break;
            case ChannelSocket.Close when data.Length == 1 && data.Span[0] == ChannelSocket.Stdin:
                await process.CloseInputAsync(cancellationToken).ConfigureAwait(false);
                break;
            case ChannelSocket.Resize:
                await ResizeAsync(data, cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    private async Task ResizeAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        using var size = JsonDocument.Parse(data);
        if (size.RootElement.TryGetProperty("Width", out var width) && size.RootElement.TryGetProperty("Height", out var height))
        {
            await process.ResizeAsync(width.GetInt32(), height.GetInt32(), cancellationToken).ConfigureAwait(false);
        }
    }

    private static Status ExitStatus(int exitCode) => exitCode == 0
        ? Statuses.Success()
        : new Status
        {
            Kind = "Status",
            ApiVersion = "v1",
            Outcome = "Failure",
            Reason = "NonZeroExitCode",
            Message = string.Create(CultureInfo.InvariantCulture, $"command terminated with non-zero exit code: exit status {exitCode}"),
            Details = new StatusDetails { Causes = [new StatusCause { Reason = "ExitCode", Message = exitCode.ToString(CultureInfo.InvariantCulture) }] },
        };
}
