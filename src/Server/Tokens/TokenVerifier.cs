using ActorKube.Api.Authentication;
using ActorKube.Api.Tokens;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Server.Authentication;

namespace ActorKube.Server.Tokens;

/// <summary>
/// Checks bearer tokens: signature, issuer, audience and time, and that the account and the object that the token is bound to are still the same ones.
/// Thread-safe.
/// </summary>
public sealed class TokenVerifier(ISigningKeys keys, Func<ViewSnapshot> view, TimeProvider time)
{
    /// <summary>What clocks may differ by, and how long a token outlives what it is bound to while that is being deleted.</summary>
    private static readonly TimeSpan Leeway = TimeSpan.FromMinutes(1);

    /// <summary>The audiences that mean this server.</summary>
    public static IReadOnlyList<string> OwnAudiences { get; } = [TokenIssuer.Name];

    /// <param name="audiences">The token has to be for one of them.</param>
    public TokenVerdict Verify(string token, IReadOnlyList<string> audiences)
    {
        if (JsonWebToken.ReadClaims(token) is not { } json || TokenClaimsJson.Read(json) is not { } claims || claims.Issuer is not (TokenIssuer.Name or TokenIssuer.SecretIssuer))
        {
            return TokenVerdict.Unknown;
        }

        if (!JsonWebToken.IsSignedBy(token, keys.Accepted))
        {
            return TokenVerdict.Refused("invalid signature");
        }

        var meant = claims.Audiences.Count > 0 ? claims.Audiences : OwnAudiences;
        var shared = meant.Intersect(audiences).ToList();
        if (shared.Count == 0)
        {
            return TokenVerdict.Refused($"token audiences {Text(meant)} is invalid for the target audiences {Text(audiences)}");
        }

        var error = claims.IsOfSecret ? SecretTokens.Error(view(), claims, token) : TimeError(claims) ?? BindingError(view(), claims);
        return error is null ? new TokenVerdict(User(claims), shared, null) : TokenVerdict.Refused(error);
    }

    private static UserInfo User(TokenClaims claims)
    {
        var user = ServiceAccountUsers.Of(claims);
        return user with { Groups = [.. user.Groups!, Users.Authenticated] };
    }

    private string? TimeError(TokenClaims claims)
    {
        var now = time.GetUtcNow();
        return now - Leeway > claims.Expires ? "service account token has expired"
            : now + Leeway < claims.NotBefore ? "service account token is not valid yet"
            : now + Leeway < claims.IssuedAt ? "service account token is issued in the future"
            : null;
    }

    private string? BindingError(ViewSnapshot view, TokenClaims claims)
    {
        const string Invalidated = "service account token has been invalidated";
        var (space, account) = (claims.Namespace, claims.Account);
        if (view.Get(new ObjectKey("serviceaccounts", space, account.Name)) is not { } found)
        {
            return $"serviceaccounts \"{account.Name}\" not found";
        }

        if (found.Header.Uid != account.Uid)
        {
            return $"service account UID ({found.Header.Uid}) does not match claim ({account.Uid})";
        }

        return IsGoing(found) ? $"service account {space}/{account.Name} has been deleted"
            : IsVoid(view, "secrets", space, claims.Secret) || IsVoid(view, "pods", space, claims.Pod) ? Invalidated
            : claims.Pod is null && IsVoid(view, "nodes", "", claims.Node) ? Invalidated
            : null;
    }

    private bool IsVoid(ViewSnapshot view, string resource, string @namespace, TokenReference? bound) =>
        bound is not null && (view.Get(new ObjectKey(resource, @namespace, bound.Name)) is not { } found || found.Header.Uid != bound.Uid || IsGoing(found));

    private bool IsGoing(StoredObject stored) => stored.Header.DeletionTimestamp is { } since && since < time.GetUtcNow() - Leeway;

    /// <summary>As Go prints a list of texts.</summary>
    private static string Text(IEnumerable<string> names) => $"[{string.Join(' ', names.Select(static n => $"\"{n}\""))}]";
}
