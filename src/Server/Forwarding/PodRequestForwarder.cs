using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Server.Requests;

namespace ActorKube.Server.Forwarding;

/// <summary>Logs, exec, attach and port-forward are answered by the host on whose node the pod is. Any other host passes such a request on.</summary>
public sealed class PodRequestForwarder(ObjectView view, INodeRoutes routes, HttpForwarder http)
{
    private static readonly string[] Streams = ["log", "exec", "attach", "portforward"];

    /// <summary>Passes the request on if it is for another host; false if it is for this one.</summary>
    public async ValueTask<bool> TryForwardAsync(ApiRequest request)
    {
        if (request.Kind.Resource != "pods" || !Streams.Contains(request.Path.Subresource, StringComparer.Ordinal))
        {
            return false;
        }

        var pod = view.Snapshot().Get(new ObjectKey("pods", request.Path.Namespace, request.Path.Name))?.Read<Pod>();
        if (pod?.Spec.NodeName is not { Length: > 0 } node || routes.OtherHostOf(node) is not { } address)
        {
            return false;
        }

        await http.ForwardAsync(request, address).ConfigureAwait(false);
        return true;
    }
}
