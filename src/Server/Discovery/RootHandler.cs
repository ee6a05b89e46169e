using ActorKube.Api.Authentication;
using ActorKube.Api.Errors;
using ActorKube.Server.Authentication;
using ActorKube.Server.Hosting;
using ActorKube.Server.Negotiation;
using ActorKube.Server.Responses;
using ActorKube.Server.Rest;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Discovery;

/// <summary>Answers <c>/</c> with the paths that there are, apart from those of resources.</summary>
public sealed class RootHandler(IReadOnlyList<INonResourceHandler> others) : INonResourceHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, UserInfo user)
    {
        if (http.Request.Path.Value is not ("/" or "/index.html"))
        {
            return false;
        }

        if (user.Username == Users.Anonymous)
        {
            throw ApiErrors.Unauthorized();
        }

        if (http.Request.Method is not ("GET" or "HEAD"))
        {
            throw ResourceHandler.NotAllowed();
        }

        var json = Json.Of(writer =>
        {
            writer.WriteStartObject();
            LegacyDiscovery.WriteTexts(writer, "paths", [.. others.SelectMany(static o => o.Paths).Distinct().Order(StringComparer.Ordinal)]);
            writer.WriteEndObject();
        });
        await ResponseWriter.WriteAsync(http, 200, json, ResponseFormat.Plain with { Pretty = true }).ConfigureAwait(false);
        return true;
    }
}
