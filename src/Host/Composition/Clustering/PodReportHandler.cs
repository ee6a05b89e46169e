using System.Text.Json;
using System.Text.Json.Serialization;
using ActorKube.Actors.Scheduling;
using ActorKube.Api.Authentication;
using ActorKube.Api.Errors;
using ActorKube.Server.Authentication;
using ActorKube.Server.Hosting;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Host.Composition.Clustering;

/// <summary><c>GET /actorkube/pod?namespace=NS&amp;name=NAME</c>: why a pod is where it is, or why it waits, as this host sees the cluster; for anybody with a name.</summary>
internal sealed class PodReportHandler(Func<string, string, PodReport> report) : INonResourceHandler
{
    private const string Path = "/actorkube/pod";

    public IEnumerable<string> Paths => [Path];

    public static string PathOf(string @namespace, string name) => $"{Path}?namespace={Uri.EscapeDataString(@namespace)}&name={Uri.EscapeDataString(name)}";

    public async ValueTask<bool> TryHandleAsync(HttpContext http, UserInfo user)
    {
        if (http.Request.Path != Path)
        {
            return false;
        }

        if (user.Username == Users.Anonymous)
        {
            throw ApiErrors.Unauthorized();
        }

        var query = http.Request.Query;
        http.Response.ContentType = "application/json";
        await JsonSerializer.SerializeAsync(
            http.Response.Body, report(query["namespace"].ToString(), query["name"].ToString()), PodReportJson.Default.PodReport, http.RequestAborted).ConfigureAwait(false);
        return true;
    }
}

[JsonSerializable(typeof(PodReport))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class PodReportJson : JsonSerializerContext;
