using ActorKube.Api.Errors;
using ActorKube.Server.Requests;
using ActorKube.Server.Rest;
using ActorKube.Server.Streams.Spdy;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Streams.RemoteCommands;

/// <summary><c>exec</c> and <c>attach</c> of a pod, over a WebSocket or SPDY/3.1, with the channels that kubectl speaks.</summary>
/// <param name="isExec">Runs the command given; otherwise connects to the container's main process.</param>
public sealed class RemoteCommandHandler(IPodStreams streams, StreamedPods pods, TimeProvider time, bool isExec) : ISubresourceHandler
{
    /// <summary>Newest first. Version 5 can close a single channel; version 4 can't.</summary>
    private static readonly string[] Protocols = ["v5.channel.k8s.io", "v4.channel.k8s.io"];
    private static readonly string[] SpdyProtocols = ["v4.channel.k8s.io"];

    public async Task HandleAsync(ApiRequest request)
    {
        var http = request.Http;
        var target = pods.ForProcess(request);
        if (http.WebSockets.IsWebSocketRequest)
        {
            await OverWebSocketAsync(request, target, http.WebSockets).ConfigureAwait(false);
        }
        else if (SpdyUpgrade.IsRequested(http))
        {
            await OverSpdyAsync(request, target).ConfigureAwait(false);
        }
        else
        {
            throw ApiErrors.BadRequest("Upgrade request required");
        }
    }

    private async Task OverWebSocketAsync(ApiRequest request, PodTarget target, WebSocketManager sockets)
    {
        var protocol = Protocols.FirstOrDefault(sockets.WebSocketRequestedProtocols.Contains)
            ?? throw ApiErrors.BadRequest($"unable to upgrade: none of the protocols {string.Join(", ", sockets.WebSocketRequestedProtocols)} is supported");
        var options = RemoteOptions.Of(request);
        await using var process = await OpenAsync(request, target, options).ConfigureAwait(false);
        using var socket = await sockets.AcceptWebSocketAsync(protocol).ConfigureAwait(false);
        using var channels = new ChannelSocket(socket);
        await channels.OpenAsync(options.FirstRead, time, request.Aborted).ConfigureAwait(false);
        await new RemoteCommandSession(channels, process, options, time).RunAsync(request.Aborted).ConfigureAwait(false);
    }

    private async Task OverSpdyAsync(ApiRequest request, PodTarget target)
    {
        var protocol = SpdyUpgrade.Negotiate(request.Http, SpdyProtocols);
        var options = RemoteOptions.Of(request);
        await using var process = await OpenAsync(request, target, options).ConfigureAwait(false);
        await using var transport = await SpdyUpgrade.AcceptAsync(request.Http, protocol).ConfigureAwait(false);
        if (await SpdyChannels.OpenAsync(transport, options, time, request.Aborted).ConfigureAwait(false) is { } channels)
        {
            await using (channels.ConfigureAwait(false))
            {
                await new RemoteCommandSession(channels, process, options, time).RunAsync(request.Aborted).ConfigureAwait(false);
            }
        }
    }

    private Task<IRemoteProcess> OpenAsync(ApiRequest request, PodTarget target, RemoteOptions options)
    {
        if (!isExec)
        {
            return streams.AttachAsync(target, options.Stdin, request.Aborted);
        }

        var command = request.Http.Request.Query["command"].Select(c => c ?? "").ToList();
        return command.Count == 0
            ? throw ApiErrors.BadRequest("you must specify at least 1 command for the container")
            : streams.ExecAsync(target, command, options.Stdin, options.Tty, request.Aborted);
    }
}
