using ActorKube.Api.Core;

namespace ActorKube.Api.Tokens;

/// <summary>What a token is bound to besides its account. When it goes, the token is void.</summary>
/// <param name="Node">Of a pod, where it is: told to whoever reads the token, and bound to no more than the pod.</param>
public sealed record TokenBinding(TokenReference? Pod = null, TokenReference? Secret = null, TokenReference? Node = null);

/// <summary>Makes the tokens of service accounts. Thread-safe.</summary>
/// <param name="newId">Gives identities to tokens: fresh UUIDs.</param>
public sealed class TokenIssuer(ISigningKeys keys, Func<string> newId)
{
    /// <summary>Issuer of all tokens with an end, and the audience that means the API server.</summary>
    public const string Name = "https://kubernetes.default.svc.cluster.local";

    /// <summary>Issuer of tokens that are kept in secrets.</summary>
    public const string SecretIssuer = "kubernetes/serviceaccount";

    /// <summary>
    /// Seconds that the token of a pod's default volume lasts: an hour, and so much more that such volumes can be told from others. These tokens are good for
    /// <see cref="ExtendedLife"/>, since many clients read theirs once: <c>warnafter</c> says when they should have read it again.
    /// </summary>
    public const long DefaultVolumeSeconds = 3607;

    private static readonly TimeSpan ExtendedLife = TimeSpan.FromDays(365);

    public ISigningKeys Keys { get; } = keys;

    /// <param name="life">From now on.</param>
    public string Issue(ServiceAccount account, TokenBinding binding, IReadOnlyList<string> audiences, TimeSpan life, DateTimeOffset now)
    {
        var isExtended = binding.Pod is not null && life == TimeSpan.FromSeconds(DefaultVolumeSeconds) && audiences.All(static a => a == Name);
        return Sign(new TokenClaims
        {
            Issuer = Name,
            Namespace = account.Metadata.Namespace ?? "",
            Account = new TokenReference(account.Metadata.Name ?? "", account.Metadata.Uid),
            Audiences = audiences,
            Expires = now + (isExtended ? ExtendedLife : life),
            IssuedAt = now,
            NotBefore = now,
            Id = newId(),
            Pod = binding.Pod,
            Secret = binding.Secret,
            Node = binding.Node,
            WarnAfter = isExtended ? now + life : null,
        });
    }

    /// <summary>The token that a secret of type <c>kubernetes.io/service-account-token</c> holds. The same secret and account give the same one.</summary>
    public string IssueForSecret(ServiceAccount account, Secret secret) => Sign(new TokenClaims
    {
        Issuer = SecretIssuer,
        Namespace = account.Metadata.Namespace ?? "",
        Account = new TokenReference(account.Metadata.Name ?? "", account.Metadata.Uid),
        Secret = new TokenReference(secret.Metadata.Name ?? "", null),
    });

    private string Sign(TokenClaims claims) => JsonWebToken.Sign(TokenClaimsJson.Write(claims).Span, Keys.Current);
}
