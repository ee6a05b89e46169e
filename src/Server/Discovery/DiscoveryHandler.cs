using System.Security.Cryptography;
using ActorKube.Api.Authentication;
using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Server.Aggregation;
using ActorKube.Server.Authentication;
using ActorKube.Server.Hosting;
using ActorKube.Server.Negotiation;
using ActorKube.Server.Responses;
using ActorKube.Server.Rest;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Discovery;

/// <summary>Answers <c>/api</c>, <c>/apis</c> and what is below them down to the versions.</summary>
/// <param name="serverAddress">Host and port that clients reach the server at.</param>
/// <param name="extensions">Groups that have servers of their own: these are listed here, while their versions are asked there.</param>
internal sealed class DiscoveryHandler(KindRegistry kinds, string serverAddress, ExtensionDiscovery extensions) : INonResourceHandler
{
    private readonly IReadOnlyList<ApiGroup> _own = ApiGroup.Of(kinds);

    public IEnumerable<string> Paths =>
    [
        "/api",
        "/apis",
        "/apis/",
        .. All().SelectMany(g => g.Versions.Select(v => Root(g) + "/" + v)),
        .. All().Where(g => g.Name.Length > 0).Select(Root),
    ];

    public async ValueTask<bool> TryHandleAsync(HttpContext http, UserInfo user)
    {
        var parts = http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (!IsDiscovery(parts))
        {
            return false;
        }

        if (user.Username == Users.Anonymous)
        {
            throw ApiErrors.Unauthorized();
        }

        if (!HasVersion(parts))
        {
            throw ResourceHandler.NotFound();
        }

        // Kubernetes lets any method but these two read the roots.
        if (http.Request.Method != "GET" && (parts.Length > 1 || http.Request.Method is "PUT" or "POST"))
        {
            throw ResourceHandler.NotAllowed();
        }

        switch (parts)
        {
            case ["api"]:
                await WriteRootAsync(http, [Core], w => LegacyDiscovery.WriteVersions(w, Core, serverAddress)).ConfigureAwait(false);
                return true;
            case ["apis"]:
                ApiGroup[] named = [.. All().Where(g => g.Name.Length > 0)];
                await WriteRootAsync(http, named, w => LegacyDiscovery.WriteGroups(w, named)).ConfigureAwait(false);
                return true;
            case ["api", var version] when Core.Versions.Contains(version):
                await WriteAsync(http, Json.Of(w => LegacyDiscovery.WriteResources(w, Core, version))).ConfigureAwait(false);
                return true;
            case ["apis", var name] when Find(name) is { } group:
                await WriteAsync(http, Json.Of(w => LegacyDiscovery.WriteGroup(w, group, typed: true))).ConfigureAwait(false);
                return true;
            case ["apis", var name, var version] when Find(name) is { } group && group.Versions.Contains(version):
                await WriteAsync(http, Json.Of(w => LegacyDiscovery.WriteResources(w, group, version))).ConfigureAwait(false);
                return true;
            default:
                return false;
        }
    }

    /// <summary>A group that isn't there is a path like any other; a version that isn't there is not found here.</summary>
    private bool IsDiscovery(string[] parts) => parts switch
    {
        ["api"] or ["apis"] or ["api", _] => true,
        ["apis", var name] => Find(name) is not null,
        ["apis", var name, _] => Find(name) is not null,
        _ => false,
    };

    private bool HasVersion(string[] parts) => parts switch
    {
        ["api", var version] => Core.Versions.Contains(version),
        ["apis", var name, var version] => Find(name)!.Versions.Contains(version),
        _ => true,
    };

    private static string Root(ApiGroup group) => group.Name.Length == 0 ? "/api" : $"/apis/{group.Name}";

    private ApiGroup Core => _own[0];

    private IEnumerable<ApiGroup> All() => _own.Concat(extensions.Groups.Discovered()).Order(ApiGroup.ByPriority);

    private ApiGroup? Find(string name) => name.Length == 0 ? null : All().FirstOrDefault(g => g.Name == name);

    private Task WriteRootAsync(HttpContext http, IReadOnlyList<ApiGroup> groups, Action<System.Text.Json.Utf8JsonWriter> legacy)
    {
        var accept = http.Request.Headers.Accept.ToString();
        foreach (var range in MediaType.ParseAccept(accept))
        {
            var isKnown = range.Name is MediaType.Json or "*/*";
            if (isKnown && (range["as"], range["g"], range["v"]) is ("APIGroupDiscoveryList", "apidiscovery.k8s.io", "v2" or "v2beta1"))
            {
                return WriteAggregatedAsync(http, groups, range["v"]);
            }

            if (isKnown && range["as"].Length == 0)
            {
                return WriteAsync(http, Json.Of(legacy));
            }
        }

        return accept.Length == 0 || !accept.Contains("as=APIGroupDiscoveryList", StringComparison.Ordinal)
            ? WriteAsync(http, Json.Of(legacy))
            : throw ApiErrors.NotAcceptable($"only the following media types are accepted: {AcceptNegotiation.Accepted}");
    }

    private async Task WriteAggregatedAsync(HttpContext http, IReadOnlyList<ApiGroup> groups, string version)
    {
        var foreign = await extensions.ReadAsync(http.RequestAborted).ConfigureAwait(false);
        var json = Json.Of(w => AggregatedDiscovery.Write(w, groups, version, foreign));
        var tag = $"\"{Convert.ToHexString(SHA512.HashData(json.Span))}\"";
        http.Response.Headers.ETag = tag;
        http.Response.Headers.Vary = "Accept";
        http.Response.Headers.CacheControl = "public";
        if (http.Request.Headers.IfNoneMatch == tag)
        {
            http.Response.StatusCode = 304;
            return;
        }

        http.Response.ContentType = $"application/json;g=apidiscovery.k8s.io;v={version};as=APIGroupDiscoveryList";
        http.Response.ContentLength = json.Length;
        await http.Response.BodyWriter.WriteAsync(json, http.RequestAborted).ConfigureAwait(false);
    }

    private static Task WriteAsync(HttpContext http, ReadOnlyMemory<byte> json) => ResponseWriter.WriteAsync(http, 200, json, AcceptNegotiation.Resource(http.Request, isCollection: false));
}
