namespace ActorKube.Api.Tokens;

/// <summary>An object that a token speaks of.</summary>
/// <param name="Uid">Null where only the name is known.</param>
public sealed record TokenReference(string Name, string? Uid);

/// <summary>What a service account's token says.</summary>
public sealed record TokenClaims
{
    public required string Issuer { get; init; }

    public required string Namespace { get; init; }

    public required TokenReference Account { get; init; }

    /// <summary>Who may be shown the token; empty in tokens of the old kind, which are for the API server.</summary>
    public IReadOnlyList<string> Audiences { get; init; } = [];

    /// <summary>Null in tokens of the old kind, which last as long as their secret.</summary>
    public DateTimeOffset? Expires { get; init; }

    public DateTimeOffset? IssuedAt { get; init; }

    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Identity of this one token.</summary>
    public string? Id { get; init; }

    /// <summary>The pod that the token is bound to.</summary>
    public TokenReference? Pod { get; init; }

    /// <summary>The secret that the token is bound to, or that holds it.</summary>
    public TokenReference? Secret { get; init; }

    /// <summary>The node that the token is bound to, or where the pod is that it is bound to.</summary>
    public TokenReference? Node { get; init; }

    /// <summary>When its bearer should have got a new one.</summary>
    public DateTimeOffset? WarnAfter { get; init; }

    public string Subject => ServiceAccountUsers.NameOf(Namespace, Account.Name);

    /// <summary>A token without end, kept in a secret.</summary>
    public bool IsOfSecret => Issuer == TokenIssuer.SecretIssuer;
}
