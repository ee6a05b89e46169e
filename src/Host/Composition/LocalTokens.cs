using ActorKube.Api.Authentication;
using ActorKube.NodeAgent.Volumes;
using ActorKube.Server.Tokens;

namespace ActorKube.Host.Composition;

/// <summary>Asks this host itself for the tokens of its own node's pods.</summary>
internal sealed class LocalTokens(TokenGrants grants) : IServiceAccountTokens
{
    public ValueTask<ServiceAccountToken> RequestAsync(ServiceAccountTokenRequest request, CancellationToken cancellationToken)
    {
        var granted = grants.Grant(request.Namespace, request.ServiceAccount, new TokenRequest
        {
            Spec = new TokenRequestSpec
            {
                Audiences = request.Audience is { Length: > 0 } audience ? [audience] : null,
                ExpirationSeconds = (long)request.Expiration.TotalSeconds,
                BoundObjectRef = new BoundObjectReference { Kind = "Pod", ApiVersion = "v1", Name = request.PodName, Uid = request.PodUid },
            },
        });
        return ValueTask.FromResult(new ServiceAccountToken(granted.Status.Token, granted.Status.ExpirationTimestamp!.Value));
    }
}
