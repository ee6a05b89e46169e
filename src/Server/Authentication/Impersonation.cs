using ActorKube.Api.Authentication;
using ActorKube.Api.Errors;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Authentication;

/// <summary>The headers by which a member of system:masters acts as somebody else.</summary>
internal static class Impersonation
{
    private const string User = "Impersonate-User";
    private const string Group = "Impersonate-Group";
    private const string Uid = "Impersonate-Uid";
    private const string Extra = "Impersonate-Extra-";
    private const string ServiceAccount = "system:serviceaccount:";

    /// <exception cref="ApiException">403 for others; 500 for groups without a user, as Kubernetes answers.</exception>
    public static UserInfo Apply(IHeaderDictionary headers, UserInfo sender)
    {
        if (!headers.TryGetValue(User, out var name) || name.Count == 0)
        {
            return headers.Keys.Any(k => k.StartsWith("Impersonate-", StringComparison.OrdinalIgnoreCase))
                ? throw ApiErrors.Of(500, StatusReason.InternalError, "Internal Server Error: requested impersonation without a user")
                : sender;
        }

        var user = name[0]!;
        if (sender.Groups?.Contains(Users.Masters) != true)
        {
            throw ApiErrors.Forbidden("users", "", user, $"User \"{sender.Username}\" cannot impersonate resource \"users\" in API group \"\" at the cluster scope");
        }

        var groups = headers[Group].Select(g => g ?? "").ToList();
        if (groups.Count == 0 && user.StartsWith(ServiceAccount, StringComparison.Ordinal))
        {
            groups.Add("system:serviceaccounts");
            groups.Add("system:serviceaccounts:" + user[ServiceAccount.Length..].Split(':')[0]);
        }

        var isAnonymous = user == Users.Anonymous;
        var implied = isAnonymous ? Users.Unauthenticated : Users.Authenticated;
        if (!groups.Contains(Users.Unauthenticated) && !groups.Contains(implied))
        {
            groups.Add(implied);
        }

        var extra = headers.Where(h => h.Key.StartsWith(Extra, StringComparison.OrdinalIgnoreCase)).ToDictionary(
            h => Uri.UnescapeDataString(h.Key[Extra.Length..].ToLowerInvariant()),
            h => (IReadOnlyList<string>)[.. h.Value.Select(v => v ?? "")]);
        return new UserInfo { Username = user, Uid = headers[Uid].FirstOrDefault(), Groups = groups, Extra = extra.Count == 0 ? null : extra };
    }
}
