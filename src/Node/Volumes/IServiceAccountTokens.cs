namespace ActorKube.NodeAgent.Volumes;

/// <summary>Gives the tokens by which pods identify themselves to the API. Implementations keep a token until it is due to be renewed: it is asked for often.</summary>
public interface IServiceAccountTokens
{
    /// <summary>A token that is good for now; null leaves the file out of the volume.</summary>
    ValueTask<string?> GetAsync(ServiceAccountTokenRequest request, CancellationToken cancellationToken);
}

/// <summary>Whose token it is, for whom, and for how long.</summary>
/// <param name="Audience">Null for the API itself.</param>
public sealed record ServiceAccountTokenRequest(string Namespace, string ServiceAccount, string PodName, string PodUid, string? Audience, TimeSpan Expiration);
