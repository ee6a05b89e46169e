using ActorKube.Api.Authentication;
using ActorKube.Server.Requests;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Authorization;

/// <summary>What a request asks to be allowed, by its method and its address alone. Follows <c>kubernetes.io/docs/reference/access-authn-authz/authorization</c>.</summary>
/// <param name="Verb">Of a resource one of the API's verbs, else the method in lower case.</param>
/// <param name="Resource">Null for a path that is no resource.</param>
public sealed record RequestAttributes(UserInfo User, string Verb, string Path, RequestPath? Resource)
{
    public static RequestAttributes Of(HttpContext http, UserInfo user)
    {
        var path = http.Request.Path.Value ?? "/";
        var resource = RequestPath.Parse(path);
        return new RequestAttributes(user, resource is null ? Lower(http.Request.Method) : VerbOf(http, resource), path, resource);
    }

    private static string VerbOf(HttpContext http, RequestPath path) => http.Request.Method switch
    {
        "GET" or "HEAD" when path.IsWatch => "watch",
        "GET" or "HEAD" when path.Name.Length > 0 => "get",
        "GET" or "HEAD" => http.Request.Query["watch"] is [not ("false" or "0"), ..] ? "watch" : "list",
        "POST" => "create",
        "PUT" => "update",
        "PATCH" => "patch",
        "DELETE" => path.Name.Length > 0 ? "delete" : "deletecollection",
        var other => Lower(other),
    };

    private static string Lower(string method) => method.ToLowerInvariant();
}
