using ActorKube.Api.Errors;
using ActorKube.Server.Authentication;

namespace ActorKube.Server.Authorization;

/// <summary>Who gives no name sees only what is public: how the server is, and its version.</summary>
public static class AnonymousAccess
{
    private static readonly string[] Public = ["/healthz", "/livez", "/readyz", "/version"];

    /// <exception cref="ApiException">403.</exception>
    public static void Check(RequestAttributes attributes)
    {
        if (attributes.User.Username == Users.Anonymous && !(attributes.Verb is "get" or "head" && IsPublic(attributes.Path)))
        {
            throw AccessDenial.Of(attributes);
        }
    }

    private static bool IsPublic(string path) => Array.Exists(Public, p => path.StartsWith(p, StringComparison.Ordinal) && (path.Length == p.Length || path[p.Length] == '/'));
}
