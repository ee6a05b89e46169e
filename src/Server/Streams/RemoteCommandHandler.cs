using ActorKube.Api.Errors;
using ActorKube.Server.Requests;
using ActorKube.Server.Rest;

namespace ActorKube.Server.Streams;

/// <summary><c>exec</c> and <c>attach</c> of a pod, over a WebSocket with the channels that kubectl speaks.</summary>
/// <param name="isExec">Runs the command given; otherwise connects to the container's main process.</param>
public sealed class RemoteCommandHandler(IPodStreams streams, bool isExec) : ISubresourceHandler
{
    /// <summary>Newest first. Version 5 can close a single channel; version 4 can't.</summary>
    private static readonly string[] Protocols = ["v5.channel.k8s.io", "v4.channel.k8s.io"];

    public async Task HandleAsync(ApiRequest request)
    {
        var sockets = request.Http.WebSockets;
        if (!sockets.IsWebSocketRequest)
        {
            throw ApiErrors.BadRequest("Upgrade request required");
        }

        var protocol = Protocols.FirstOrDefault(sockets.WebSocketRequestedProtocols.Contains)
            ?? throw ApiErrors.BadRequest($"unable to upgrade: none of the protocols {string.Join(", ", sockets.WebSocketRequestedProtocols)} is supported");
        var (stdin, tty) = (request.Flag("stdin"), request.Flag("tty"));
        await using var process = await OpenAsync(request, stdin, tty).ConfigureAwait(false);
        using var socket = await sockets.AcceptWebSocketAsync(protocol).ConfigureAwait(false);
        using var channels = new ChannelSocket(socket);
        await new RemoteCommandSession(channels, process, stdin, request.Flag("stdout"), request.Flag("stderr") && !tty).RunAsync(request.Aborted).ConfigureAwait(false);
    }

    private Task<IRemoteProcess> OpenAsync(ApiRequest request, bool stdin, bool tty)
    {
        var target = new PodTarget(request.Path.Namespace, request.Path.Name, request.Query("container") is { Length: > 0 } name ? name : null);
        if (!isExec)
        {
            return streams.AttachAsync(target, stdin, request.Aborted);
        }

        var command = request.Http.Request.Query["command"].Select(c => c ?? "").ToList();
        return command.Count == 0
            ? throw ApiErrors.BadRequest("you must specify at least 1 command for the container")
            : streams.ExecAsync(target, command, stdin, tty, request.Aborted);
    }
}
