using ActorKube.Api.Authentication;

namespace ActorKube.Api.Tokens;

/// <summary>Service accounts as users. Follows <c>kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin</c>.</summary>
public static class ServiceAccountUsers
{
    public const string AllGroup = "system:serviceaccounts";

    /// <summary>Extra attribute of every user: which of the credentials was shown.</summary>
    public const string CredentialId = "authentication.kubernetes.io/credential-id";
    private const string Prefix = "system:serviceaccount:";
    private const string PodName = "authentication.kubernetes.io/pod-name";
    private const string PodUid = "authentication.kubernetes.io/pod-uid";
    private const string NodeName = "authentication.kubernetes.io/node-name";
    private const string NodeUid = "authentication.kubernetes.io/node-uid";

    public static string NameOf(string @namespace, string account) => $"{Prefix}{@namespace}:{account}";

    /// <summary>The groups that an account is in by its name, but for the one of all who are authenticated.</summary>
    public static IReadOnlyList<string> GroupsOf(string @namespace) => [AllGroup, $"{AllGroup}:{@namespace}"];

    /// <summary>The namespace and the name of the account; null for other users.</summary>
    public static (string Namespace, string Name)? Parse(string username)
    {
        var parts = username.StartsWith(Prefix, StringComparison.Ordinal) ? username[Prefix.Length..].Split(':') : [];
        return parts is [{ Length: > 0 } space, { Length: > 0 } name] ? (space, name) : null;
    }

    /// <summary>The bearer of a token, but for the group of all who are authenticated.</summary>
    public static UserInfo Of(TokenClaims claims)
    {
        var extra = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        Add(extra, CredentialId, claims.Id is { } id ? "JTI=" + id : null);
        Add(extra, PodName, claims.Pod?.Name);
        Add(extra, PodUid, claims.Pod?.Uid);
        Add(extra, NodeName, claims.Node?.Name);
        Add(extra, NodeUid, claims.Node?.Uid);
        return new UserInfo
        {
            Username = claims.Subject,
            Uid = claims.Account.Uid,
            Groups = GroupsOf(claims.Namespace),
            Extra = extra.Count == 0 ? null : extra,
        };
    }

    private static void Add(Dictionary<string, IReadOnlyList<string>> extra, string key, string? value)
    {
        if (value is not null)
        {
            extra[key] = [value];
        }
    }
}
