using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Server.Proxying.Nodes;
using ActorKube.Server.Requests;

namespace ActorKube.Server.Forwarding;

/// <summary>
/// Logs, exec, attach and port-forward are answered by the host on whose node the pod is, and what a node's agent is asked by the host of the node. Any other host passes such a request on.
/// </summary>
public sealed class NodeRequestForwarder(ObjectView view, INodeRoutes routes, HttpForwarder http)
{
    private static readonly string[] Streams = ["log", "exec", "attach", "portforward"];

    /// <summary>Passes the request on if it is for another host; false if it is for this one.</summary>
    public async ValueTask<bool> TryForwardAsync(ApiRequest request)
    {
        if (NodeOf(request) is not { Length: > 0 } node || routes.OtherHostOf(HostOf(node)) is not { } address)
        {
            return false;
        }

        await http.ForwardAsync(request, address).ConfigureAwait(false);
        return true;
    }

    private string HostOf(string node) => NodeCarriage.CarrierOf(view.Snapshot().Get(new ObjectKey("nodes", "", node))?.Read<Node>()) ?? node;

    /// <summary>The node whose host answers; null or "" if any does.</summary>
    private string? NodeOf(ApiRequest request) => (request.Kind.Resource, request.Path.Subresource) switch
    {
        ("nodes", "proxy") when NodeProxyName.Parse(request.Path.Name) is var name && NodeProxyName.IsAgent(name) => name.Name,
        ("pods", var stream) when Streams.Contains(stream, StringComparer.Ordinal) =>
            view.Snapshot().Get(new ObjectKey("pods", request.Path.Namespace, request.Path.Name))?.Read<Pod>().Spec.NodeName,
        _ => null,
    };
}
