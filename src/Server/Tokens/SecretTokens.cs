using System.Security.Cryptography;
using System.Text;
using ActorKube.Api.Core;
using ActorKube.Api.Tokens;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Server.Tokens;

/// <summary>Tokens without end: each is good as long as its secret holds it and its account is there.</summary>
internal static class SecretTokens
{
    private const string TokenKey = "token";

    /// <summary>Label by which Kubernetes' cleaner takes tokens back that nobody has used for a year.</summary>
    private const string InvalidSince = "kubernetes.io/legacy-token-invalid-since";

    /// <summary>Null for a token that is good.</summary>
    public static string? Error(ViewSnapshot view, TokenClaims claims, string token)
    {
        var (space, account) = (claims.Namespace, claims.Account);
        if (claims.Secret?.Name is not { } name || view.Get(new ObjectKey("secrets", space, name)) is not { Header.IsDeleting: false } stored)
        {
            return "Token has been invalidated";
        }

        var secret = stored.Read<Secret>();
        var kept = secret.Data?.GetValueOrDefault(TokenKey) ?? default;
        if (!CryptographicOperations.FixedTimeEquals(kept.Span, Encoding.UTF8.GetBytes(token)))
        {
            return "Token does not match server's copy";
        }

        if (view.Get(new ObjectKey("serviceaccounts", space, account.Name)) is not { Header.IsDeleting: false } owner)
        {
            return $"ServiceAccount {space}/{account.Name} has been deleted";
        }

        return owner.Header.Uid != account.Uid ? $"ServiceAccount UID ({owner.Header.Uid}) does not match claim ({account.Uid})"
            : secret.Metadata.Labels?.ContainsKey(InvalidSince) == true ? $"the token in secret {space}/{name} for service account {space}/{account.Name} has been marked invalid"
            : null;
    }
}
