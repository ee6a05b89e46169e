using System.Text.Json;
using ActorKube.Api.Authentication;
using ActorKube.Engine.Transport;
using ActorKube.Server.Authentication;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Forwarding;

/// <summary>Believes what another host says of the user, on requests that came in between hosts; <see cref="Mark"/> is set on no others.</summary>
internal sealed class ForwardedAuthenticator : IAuthenticator
{
    private static readonly object Key = typeof(ForwardedAuthenticator);

    /// <summary>Notes that a request has come from another host, and takes the prefix from its path.</summary>
    public static void Mark(HttpContext http)
    {
        http.Items[Key] = true;
        http.Request.Path = http.Request.Path.Value![PeerPaths.Api.Length..];
    }

    public ValueTask<UserInfo?> AuthenticateAsync(HttpContext http) =>
        new(http.Items.ContainsKey(Key) && http.Request.Headers[PeerPaths.UserHeader].ToString() is { Length: > 0 } text
            ? JsonSerializer.Deserialize(text, ForwardedUserJson.Default.ForwardedUser)?.ToUser()
            : null);
}
