using ActorKube.Api.Authentication;
using ActorKube.Api.Errors;
using ActorKube.Api.Tokens;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Authentication;

/// <summary>The headers by which a member of system:masters acts as somebody else.</summary>
internal static class Impersonation
{
    /// <summary>With what the headers begin.</summary>
    public const string Prefix = "Impersonate-";

    private const string User = "Impersonate-User";
    private const string Group = "Impersonate-Group";
    private const string Uid = "Impersonate-Uid";
    private const string Extra = "Impersonate-Extra-";

    /// <exception cref="ApiException">403 for others.</exception>
    /// <exception cref="ImpersonationException">The headers name no user.</exception>
    public static UserInfo Apply(IHeaderDictionary headers, UserInfo sender)
    {
        if (headers[User] is not [{ Length: > 0 } user, ..])
        {
            return headers.Keys.Any(static k => k.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) ? throw WithoutUser(headers) : sender;
        }

        if (sender.Groups?.Contains(Users.Masters) != true)
        {
            throw ApiErrors.Forbidden("users", "", user, $"User \"{sender.Username}\" cannot impersonate resource \"users\" in API group \"\" at the cluster scope");
        }

        var groups = headers[Group].Select(static g => g ?? "").ToList();
        if (groups.Count == 0 && ServiceAccountUsers.Parse(user) is { } account)
        {
            groups.AddRange(ServiceAccountUsers.GroupsOf(account.Namespace));
        }

        var isAnonymous = user == Users.Anonymous;
        var implied = isAnonymous ? Users.Unauthenticated : Users.Authenticated;
        if (!groups.Contains(Users.Unauthenticated) && !groups.Contains(implied))
        {
            groups.Add(implied);
        }

        var extra = Extras(headers).GroupBy(static e => e.Key, static e => e.Value, StringComparer.Ordinal)
            .ToDictionary(static e => e.Key, static e => (IReadOnlyList<string>)[.. e], StringComparer.Ordinal);
        return new UserInfo { Username = user, Uid = headers[Uid].FirstOrDefault(), Groups = groups, Extra = extra.Count == 0 ? null : extra };
    }

    private static IEnumerable<(string Key, string Value)> Extras(IHeaderDictionary headers) =>
        from header in headers
        where header.Key.StartsWith(Extra, StringComparison.OrdinalIgnoreCase)
        from value in header.Value
        select (Uri.UnescapeDataString(header.Key[Extra.Length..].ToLowerInvariant()), value ?? "");

    /// <summary>Names what was asked for as Go prints its references to objects: kind, namespace, name, uid, version, revision, path.</summary>
    private static ImpersonationException WithoutUser(IHeaderDictionary headers)
    {
        const string Version = "authentication.k8s.io/v1";
        IEnumerable<string> asked =
        [
            .. headers[Group].Select(static g => $"{{Group  {g}    }}"),
            .. Extras(headers).Select(static e => $"{{UserExtra  {e.Value}  {Version}  {e.Key}}}"),
            .. headers[Uid].Where(static u => !string.IsNullOrEmpty(u)).Select(static u => $"{{UID  {u}  {Version}  }}"),
        ];
        return new ImpersonationException($"requested [{string.Join(' ', asked)}] without impersonating a user");
    }
}
