using ActorKube.Api.Errors;
using ActorKube.Api.Validation;

namespace ActorKube.Server.Proxying;

/// <summary>What a proxied request has for a name: <c>NAME</c>, <c>NAME:PORT</c> or <c>SCHEME:NAME:PORT</c>.</summary>
/// <param name="Scheme"><c>http</c> or <c>https</c>.</param>
/// <param name="Port">Number or name; "" for the usual one.</param>
internal sealed record ProxyName(string Scheme, string Name, string Port)
{
    /// <exception cref="ApiException">400: it has another form.</exception>
    public static ProxyName Parse(string text, string kind) => text.Split(':') switch
    {
        [var name] when IsName(name) => new("http", name, ""),
        [var name, var port] when IsName(name) => new("http", name, port),
        ["" or "http", var name, var port] when IsName(name) => new("http", name, port),
        ["https", var name, var port] when IsName(name) => new("https", name, port),
        _ => throw ApiErrors.BadRequest($"invalid {kind} request \"{text}\""),
    };

    private static bool IsName(string name) => name.Length > 0 && Identifiers.PathSegment(name).Count == 0;
}
