using ActorKube.Server.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ActorKube.Server.Proxying;

/// <summary>The two parts of a proxied request's path, as the client wrote it: nothing is decoded that whoever is behind the proxy might take for something else.</summary>
/// <param name="Prefix">Up to <c>/proxy</c>.</param>
/// <param name="Rest">What follows; "", or a path that begins with a slash.</param>
internal sealed record ProxiedPath(string Prefix, string Rest)
{
    public static ProxiedPath Of(HttpRequest request, RequestPath path)
    {
        var raw = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var query = raw.IndexOf('?', StringComparison.Ordinal);
        return Split(!raw.StartsWith('/') ? request.Path.ToUriComponent() : query < 0 ? raw : raw[..query], path);
    }

    internal static ProxiedPath Split(string whole, RequestPath path)
    {
        // api/VERSION or apis/GROUP/VERSION, watch, namespaces/NAMESPACE, RESOURCE/NAME/proxy.
        var parts = (path.Group.Length == 0 ? 2 : 3) + (path.IsWatch ? 1 : 0) + (path.IsInNamespace ? 2 : 0) + 3;
        var at = 0;
        for (; parts > 0; parts--)
        {
            at += whole.AsSpan(at).IndexOfAnyExcept('/') is >= 0 and var slashes ? slashes : whole.Length - at;
            at += whole.AsSpan(at).IndexOf('/') is >= 0 and var letters ? letters : whole.Length - at;
        }

        return new ProxiedPath(whole[..at], whole[at..]);
    }
}
