using ActorKube.Api.Authentication;
using ActorKube.Api.Kinds;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Server.Negotiation;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Requests;

/// <summary>One request for a resource, as far as its path, its headers and its sender tell.</summary>
public sealed class ApiRequest(HttpContext http, RequestPath path, Kind kind, UserInfo user, ResponseFormat format)
{
    public HttpContext Http { get; } = http;

    public RequestPath Path { get; } = path;

    /// <summary>The kind as the path names it: perhaps another version than the stored one.</summary>
    public Kind Kind { get; } = kind;

    /// <summary>The kind whose objects are stored.</summary>
    public Kind Stored => Kind.StoredAs ?? Kind;

    public UserInfo User { get; } = user;

    public ResponseFormat Format { get; } = format;

    /// <summary>The same request, answered in another format.</summary>
    public ApiRequest With(ResponseFormat other) => new(Http, Path, Kind, User, other);

    public ObjectKey Key => new(Stored.Resource, Path.Namespace, Path.Name);

    public CancellationToken Aborted => Http.RequestAborted;

    /// <summary>The query parameter's value; null where it isn't there.</summary>
    public string? Query(string name) => Http.Request.Query.TryGetValue(name, out var value) && value.Count > 0 ? value[0] : null;

    /// <summary>The parameter as a flag: true for <c>true</c> and <c>1</c>, as well as for a parameter without value.</summary>
    public bool Flag(string name) => Query(name) is { } value && value is not ("false" or "0");

    /// <summary>Options of a write by this request.</summary>
    public WriteOptions WriteOptions(bool dryRun) => new()
    {
        User = User,
        FieldManager = Query("fieldManager") is { Length: > 0 } manager ? manager : UserAgent,
        DryRun = dryRun,
        Subresource = Path.Subresource,
        RequestedKind = Kind,
        OnLatest = true,
        Cause = $"{Http.Request.Method} by {User.Username}",
    };

    /// <summary>The program's name: what stands before the first slash of User-Agent.</summary>
    private string UserAgent
    {
        get
        {
            var agent = Http.Request.Headers.UserAgent.ToString();
            var end = agent.IndexOf('/', StringComparison.Ordinal);
            var name = end < 0 ? agent : agent[..end];
            return name.Length == 0 ? "unknown" : name.Length > 128 ? name[..128] : name;
        }
    }
}
