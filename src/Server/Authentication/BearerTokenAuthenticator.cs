using ActorKube.Api.Authentication;
using ActorKube.Api.Errors;
using ActorKube.Server.Tokens;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Authentication;

/// <summary><c>Authorization: Bearer</c> with the token of a service account.</summary>
public sealed class BearerTokenAuthenticator(TokenVerifier tokens) : IAuthenticator
{
    private const string Scheme = "Bearer";

    public ValueTask<UserInfo?> AuthenticateAsync(HttpContext http)
    {
        var parts = http.Request.Headers.Authorization.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts is not [var scheme, var token, ..] || !scheme.Equals(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return ValueTask.FromResult<UserInfo?>(null);
        }

        return ValueTask.FromResult<UserInfo?>(tokens.Verify(token, TokenVerifier.OwnAudiences).User ?? throw ApiErrors.Unauthorized());
    }
}
