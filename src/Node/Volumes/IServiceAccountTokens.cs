namespace ActorKube.NodeAgent.Volumes;

/// <summary>Gives the tokens by which pods identify themselves to the API and to others. <see cref="TokenKeeper"/> keeps them until they are due to be renewed.</summary>
public interface IServiceAccountTokens
{
    /// <summary>A fresh token.</summary>
    /// <exception cref="Api.Errors.ApiException">There is no such account or pod any more, or it isn't the pod's account.</exception>
    ValueTask<ServiceAccountToken> RequestAsync(ServiceAccountTokenRequest request, CancellationToken cancellationToken);
}

/// <summary>Whose token it is, for whom, and for how long.</summary>
/// <param name="Audience">Null for the API itself.</param>
public sealed record ServiceAccountTokenRequest(string Namespace, string ServiceAccount, string PodName, string PodUid, string? Audience, TimeSpan Expiration);

public sealed record ServiceAccountToken(string Text, DateTimeOffset Expires);
