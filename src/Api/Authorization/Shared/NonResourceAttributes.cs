using ActorKube.Api.Schema;

namespace ActorKube.Api.Authorization;

/// <summary>Request for a path that isn't a resource, such as <c>/metrics</c>.</summary>
[ApiType("io.k8s.api.authorization.v1.NonResourceAttributes")]
public sealed partial record NonResourceAttributes
{
    /// <summary>Path of the request's URL, such as <c>/healthz</c>.</summary>
    [Field(1)]
    public string? Path { get; init; }

    /// <summary>HTTP method of the request in lower case, such as <c>get</c>.</summary>
    [Field(2)]
    public string? Verb { get; init; }
}
