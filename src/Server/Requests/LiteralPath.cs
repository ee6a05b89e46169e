using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ActorKube.Server.Requests;

/// <summary>
/// The path of a request as the client wrote it. The web server takes <c>..</c>, even when escaped, as a step up; here it is a name like
/// any other, so that deleting a pod of that name can't come to mean deleting its namespace.
/// </summary>
internal static class LiteralPath
{
    public static string Of(HttpRequest request)
    {
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var query = target.IndexOf('?', StringComparison.Ordinal);
        var path = query < 0 ? target : target[..query];
        return path.Contains("/.", StringComparison.Ordinal) || path.Contains("/%2e", StringComparison.OrdinalIgnoreCase)
            ? Uri.UnescapeDataString(path)
            : request.Path.Value ?? "/";
    }
}
