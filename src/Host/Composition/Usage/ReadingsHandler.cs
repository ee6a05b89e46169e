using System.Text.Json;
using System.Text.Json.Serialization;
using ActorKube.Api.Authentication;
using ActorKube.Api.Errors;
using ActorKube.Api.Metrics;
using ActorKube.Server.Authentication;
using ActorKube.Server.Hosting;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Host.Composition.Usage;

/// <summary><c>GET /actorkube/readings</c>: what the agents of the host that is asked have measured. Other hosts ask, and people may.</summary>
internal sealed class ReadingsHandler(HostReadings readings) : INonResourceHandler
{
    public const string Path = "/actorkube/readings";

    public IEnumerable<string> Paths => [Path];

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

        var own = await readings.ReadOwnAsync(http.RequestAborted).ConfigureAwait(false) ?? throw ApiErrors.Unavailable("the node agents of this host do not measure now", retryAfterSeconds: 1);
        http.Response.ContentType = "application/json";
        await JsonSerializer.SerializeAsync(http.Response.Body, own, ReadingsJson.Default.IReadOnlyListNodeReading, http.RequestAborted).ConfigureAwait(false);
        return true;
    }
}

[JsonSerializable(typeof(IReadOnlyList<NodeReading>))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class ReadingsJson : JsonSerializerContext;
