using ActorKube.Api.Kinds;
using ActorKube.Server.Discovery;
using ActorKube.Server.Requests;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Metrics;

/// <summary>What requests are counted by. Only resources that are served have a name here, which keeps the number of series small.</summary>
/// <param name="Scope"><c>resource</c> for one object, <c>namespace</c> or <c>cluster</c> for a collection; "" for what is no resource.</param>
internal readonly record struct RequestLabels(string Verb, string Group, string Version, string Resource, string Subresource, string Scope)
{
    private static readonly string[] Streams = ["attach", "exec", "portforward", "proxy", "log"];

    /// <summary>How long it takes is up to the client.</summary>
    public bool IsLongRunning => Verb == "WATCH" || Streams.Contains(Subresource);

    public bool IsReading => Verb is "GET" or "LIST" or "WATCH" or "HEAD";

    public static RequestLabels Of(HttpRequest request, KindRegistry kinds)
    {
        var path = RequestPath.Parse(request.Path.Value ?? "/");
        if (path is null || kinds.Find(path.Group, path.Version, path.Resource) is not { } kind || !HasSubresource(kind, path.Subresource))
        {
            return new RequestLabels(Known(request.Method), "", "", "", "", "");
        }

        var isOne = path.Name.Length > 0;
        var verb = request.Method switch
        {
            "GET" when path.IsWatch || IsWatch(request) => "WATCH",
            "GET" => isOne ? "GET" : "LIST",
            "DELETE" when !isOne => "DELETECOLLECTION",
            "PATCH" when request.ContentType?.StartsWith("application/apply-patch", StringComparison.Ordinal) == true => "APPLY",
            var method => Known(method),
        };
        return new RequestLabels(verb, path.Group, path.Version, path.Resource, path.Subresource, isOne ? "resource" : path.IsInNamespace ? "namespace" : "cluster");
    }

    private static bool HasSubresource(Kind kind, string name) => name.Length == 0 || Subresources.Of(kind).Any(s => s.Name == name);

    private static bool IsWatch(HttpRequest request) => request.Query["watch"] is [var value, ..] && value is not ("false" or "0");

    private static string Known(string method) => method is "GET" or "HEAD" or "POST" or "PUT" or "PATCH" or "DELETE" or "OPTIONS" ? method : "OTHER";
}
