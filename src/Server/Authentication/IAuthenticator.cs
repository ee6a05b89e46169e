using ActorKube.Api.Authentication;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Authentication;

/// <summary>One way to tell who sends a request.</summary>
public interface IAuthenticator
{
    /// <summary>The sender; null where this way says nothing.</summary>
    /// <exception cref="Api.Errors.ApiException">401: there are credentials of this kind and they are wrong.</exception>
    ValueTask<UserInfo?> AuthenticateAsync(HttpContext http);
}
