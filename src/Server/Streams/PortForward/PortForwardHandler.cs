using ActorKube.Api.Errors;
using ActorKube.Server.Requests;
using ActorKube.Server.Rest;
using ActorKube.Server.Streams.Spdy;

namespace ActorKube.Server.Streams.PortForward;

/// <summary>
/// <c>portforward</c> of a pod. It is SPDY/3.1 in any case: through a WebSocket, as kubectl has it since 1.31 (KEP-4006), or on the connection itself, as older clients do.
/// </summary>
public sealed class PortForwardHandler(IPodStreams streams, StreamedPods pods) : ISubresourceHandler
{
    private const string Protocol = "portforward.k8s.io";

    public async Task HandleAsync(ApiRequest request)
    {
        var http = request.Http;
        var target = pods.ForPorts(request);
        if (http.WebSockets.IsWebSocketRequest)
        {
            var protocol = SpdyTunnel.Negotiate(http, Protocol);
            var ports = await streams.OpenPortsAsync(target, request.Aborted).ConfigureAwait(false);
            await using var tunnel = await SpdyTunnel.AcceptAsync(http, protocol).ConfigureAwait(false);
            await RunAsync(tunnel, ports, request).ConfigureAwait(false);
            await tunnel.CloseAsync(request.Aborted).ConfigureAwait(false);
        }
        else if (SpdyUpgrade.IsRequested(http))
        {
            var protocol = SpdyUpgrade.Negotiate(http, Protocol);
            var ports = await streams.OpenPortsAsync(target, request.Aborted).ConfigureAwait(false);
            await using var connection = await SpdyUpgrade.AcceptAsync(http, protocol).ConfigureAwait(false);
            await RunAsync(connection, ports, request).ConfigureAwait(false);
        }
        else
        {
            throw ApiErrors.BadRequest("Upgrade request required");
        }
    }

    private static async Task RunAsync(Stream transport, IPodPorts ports, ApiRequest request)
    {
        using var session = new PortForwardSession(transport, ports, request.Path.Name);
        await session.RunAsync(request.Aborted).ConfigureAwait(false);
    }
}
