using ActorKube.Server.Requests;
using ActorKube.Server.Rest;

namespace ActorKube.Server.Proxying.Nodes;

/// <summary><c>proxy</c> of a node: its agent answers, or whoever listens at the port that is named.</summary>
internal sealed class NodeProxyHandler(ProxyPass pass, ProxyTargets targets, AgentEndpoints agent) : ISubresourceHandler
{
    public Task HandleAsync(ApiRequest request)
    {
        var name = NodeProxyName.Parse(request.Path.Name);
        var address = targets.OfNode(name);
        if (!NodeProxyName.IsAgent(name))
        {
            return pass.PassOnAsync(request, address());
        }

        return request.Path.Rest.Length == 0 && ProxyPass.TryRedirect(request.Http, request.Http.Request.Path.ToUriComponent()) ? Task.CompletedTask : agent.AnswerAsync(request, name.Name);
    }
}
