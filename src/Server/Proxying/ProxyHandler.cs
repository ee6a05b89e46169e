using ActorKube.Server.Requests;
using ActorKube.Server.Rest;

namespace ActorKube.Server.Proxying;

/// <summary><c>proxy</c> of a pod or a service.</summary>
/// <param name="find">The address for (namespace, name).</param>
internal sealed class ProxyHandler(ProxyPass pass, Func<string, string, Uri> find) : ISubresourceHandler
{
    public Task HandleAsync(ApiRequest request) => pass.PassOnAsync(request, find(request.Path.Namespace, request.Path.Name));
}
