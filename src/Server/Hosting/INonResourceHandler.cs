using ActorKube.Api.Authentication;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Hosting;

/// <summary>Answers paths that are no resources: discovery, health, version, metrics.</summary>
public interface INonResourceHandler
{
    /// <summary>Paths that <c>/</c> lists.</summary>
    IEnumerable<string> Paths => [];

    /// <summary>False, having done nothing, for a path that isn't this handler's.</summary>
    ValueTask<bool> TryHandleAsync(HttpContext http, UserInfo user);
}
