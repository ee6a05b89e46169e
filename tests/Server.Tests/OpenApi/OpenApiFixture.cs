using System.Text.Json;
using ActorKube.Api.Authentication;
using ActorKube.Api.Kinds;
using ActorKube.Server.OpenApi;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Tests.OpenApi;

/// <summary>Asks a handler over all built-in kinds, and keeps the documents that all tests read.</summary>
public sealed class OpenApiFixture
{
    private readonly OpenApiHandler _handler = new(BuiltInKinds.Registry);
    private readonly Lazy<Dictionary<string, JsonElement>> _documents;

    public OpenApiFixture() => _documents = new(ReadAll);

    /// <summary>The documents of version 3 by name: <c>apis/apps/v1</c>.</summary>
    public IReadOnlyDictionary<string, JsonElement> Documents => _documents.Value;

    public JsonElement Whole => JsonDocument.Parse(Ask("/openapi/v2").Body).RootElement;

    public Reply Ask(string path, string accept = "", string tag = "", string user = "someone", string method = "GET")
    {
        var query = path.IndexOf('?', StringComparison.Ordinal);
        var http = new DefaultHttpContext();
        http.Request.Method = method;
        http.Request.Path = query < 0 ? path : path[..query];
        http.Request.QueryString = new QueryString(query < 0 ? "" : path[query..]);
        http.Request.Headers.Accept = accept;
        http.Request.Headers.IfNoneMatch = tag;
        using var body = new MemoryStream();
        http.Response.Body = body;
        var handled = _handler.TryHandleAsync(http, new UserInfo { Username = user }).AsTask().GetAwaiter().GetResult();
        return new Reply(handled, http.Response.StatusCode, body.ToArray(), http.Response.Headers);
    }

    /// <summary>Address of a document, with its hash.</summary>
    public string AddressOf(string name) => Index().GetProperty(name).GetProperty("serverRelativeURL").GetString()!;

    /// <summary>The schema of that name in a document of version 3.</summary>
    public JsonElement Schema(string document, string name) => Documents[document].GetProperty("components").GetProperty("schemas").GetProperty(name);

    public JsonElement Property(string document, string schema, string property) => Schema(document, schema).GetProperty("properties").GetProperty(property);

    private JsonElement Index() => JsonDocument.Parse(Ask("/openapi/v3").Body).RootElement.GetProperty("paths");

    private Dictionary<string, JsonElement> ReadAll() => Index().EnumerateObject().ToDictionary(
        p => p.Name, p => JsonDocument.Parse(Ask(p.Value.GetProperty("serverRelativeURL").GetString()!).Body).RootElement);
}

public sealed record Reply(bool Handled, int Code, byte[] Body, IHeaderDictionary Headers);
