using ActorKube.Api.Authentication;
using ActorKube.Api.Errors;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Authentication;

/// <summary>Who a request acts as: the first authenticator that knows the sender, then whom the sender asks to be.</summary>
public sealed class RequestAuthentication(IReadOnlyList<IAuthenticator> authenticators)
{
    private static readonly UserInfo AnonymousUser = new() { Username = Users.Anonymous, Groups = [Users.Unauthenticated] };

    /// <exception cref="ApiException">401 or 403.</exception>
    /// <exception cref="ImpersonationException">The impersonation headers make no sense.</exception>
    public async ValueTask<UserInfo> AuthenticateAsync(HttpContext http)
    {
        foreach (var authenticator in authenticators)
        {
            if (await authenticator.AuthenticateAsync(http).ConfigureAwait(false) is { } user)
            {
                return Impersonation.Apply(http.Request.Headers, user);
            }
        }

        // Somebody without a name may not act as anybody.
        return Impersonation.Apply(http.Request.Headers, AnonymousUser);
    }
}
