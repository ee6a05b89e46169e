using ActorKube.Api.Authentication;
using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Server.Authentication;
using ActorKube.Server.Hosting;
using ActorKube.Server.Negotiation;
using ActorKube.Server.OpenApi.Documents;
using ActorKube.Server.Responses;
using ActorKube.Server.Rest;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.OpenApi;

/// <summary>
/// Answers <c>/openapi/v2</c> and <c>/openapi/v3</c>: the schemas that <c>kubectl explain</c>, <c>apply</c> and <c>diff</c> work with. JSON only:
/// kubectl 1.32 reads the protobuf form of neither unless JSON fails.
/// </summary>
public sealed class OpenApiHandler(KindRegistry kinds) : INonResourceHandler
{
    private const string V3 = "/openapi/v3";

    /// <summary>A year: the address of a document has its hash, and changes with it.</summary>
    private const string Forever = "public, immutable, max-age=31536000";

    private readonly OpenApiDocuments _documents = new(kinds);

    public IEnumerable<string> Paths => ["/openapi/v2", V3, V3 + "/"];

    public async ValueTask<bool> TryHandleAsync(HttpContext http, UserInfo user)
    {
        var path = http.Request.Path.Value!.TrimEnd('/');
        if (path != "/openapi/v2" && path != V3 && !path.StartsWith(V3 + "/", StringComparison.Ordinal))
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

        await AnswerAsync(http, path).ConfigureAwait(false);
        return true;
    }

    private Task AnswerAsync(HttpContext http, string path)
    {
        if (path == V3)
        {
            // Kubernetes names no media type here, and Go takes the text for plain.
            return SendAsync(http, _documents.Index, "text/plain; charset=utf-8");
        }

        if (path.Length < V3.Length + 2)
        {
            return AcceptsJson(http) ? SendAsync(http, _documents.Whole, MediaType.Json) : RefuseAsync(http);
        }

        var name = path[(V3.Length + 1)..];
        if (_documents.Part(name) is not { } part)
        {
            return ResponseWriter.WriteTextAsync(http, 404, "404 page not found\n");
        }

        if (http.Request.Query["hash"] is [{ Length: > 0 } hash, ..])
        {
            if (hash != part.Hash)
            {
                http.Response.Redirect($"{V3}/{name}?hash={part.Hash}", permanent: true);
                return Task.CompletedTask;
            }

            http.Response.Headers.CacheControl = Forever;
        }

        return AcceptsJson(http) ? SendAsync(http, part, MediaType.Json) : RefuseAsync(http);
    }

    /// <summary>A client that also speaks the protobuf of OpenAPI gets JSON; one that speaks nothing else is refused.</summary>
    private static bool AcceptsJson(HttpContext http)
    {
        var accept = http.Request.Headers.Accept.ToString();
        return accept.Length == 0 || MediaType.ParseAccept(accept).Any(r => r.Name is MediaType.Json or "application/*" or "*/*");
    }

    private static Task RefuseAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status406NotAcceptable;
        return Task.CompletedTask;
    }

    private static async Task SendAsync(HttpContext http, OpenApiDocument document, string contentType)
    {
        http.Response.Headers.ETag = document.Tag;
        http.Response.Headers.Vary = "Accept";
        if (http.Request.Headers.IfNoneMatch == document.Tag)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.ContentType = contentType;
        http.Response.ContentLength = document.Json.Length;
        await http.Response.BodyWriter.WriteAsync(document.Json, http.RequestAborted).ConfigureAwait(false);
    }
}
