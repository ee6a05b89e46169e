using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ActorKube.Api.Authentication;
using ActorKube.Api.Errors;
using ActorKube.Server.Authentication;
using ActorKube.Server.Hosting;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Host.Composition.Clustering;

/// <summary>A report about the cluster as JSON at a path of its own (<c>kubectl get --raw</c>), for anybody with a name.</summary>
internal abstract class ReportHandler<T>(string path, JsonTypeInfo<T> type) : INonResourceHandler
{
    public IEnumerable<string> Paths => [path];

    public async ValueTask<bool> TryHandleAsync(HttpContext http, UserInfo user)
    {
        if (http.Request.Path != path)
        {
            return false;
        }

        if (user.Username == Users.Anonymous)
        {
            throw ApiErrors.Unauthorized();
        }

        http.Response.ContentType = "application/json";
        await JsonSerializer.SerializeAsync(http.Response.Body, Report(), type, http.RequestAborted).ConfigureAwait(false);
        return true;
    }

    protected abstract T Report();
}
