using ActorKube.Api.Schema;

namespace ActorKube.Api.Authentication;

/// <summary>Object to which a token is bound: when it is gone, the token is void.</summary>
[ApiType("io.k8s.api.authentication.v1.BoundObjectReference")]
public sealed partial record BoundObjectReference
{
    /// <summary><c>Pod</c>, <c>Secret</c> or <c>Node</c>; no other kind can bind a token.</summary>
    [Field(1)]
    public string? Kind { get; init; }

    /// <summary>API version of the object, <c>v1</c> for all kinds that can bind.</summary>
    [Field(2)]
    public string? ApiVersion { get; init; }

    /// <summary>Name of the object, in the ServiceAccount's namespace unless it is a Node.</summary>
    [Field(3)]
    public string? Name { get; init; }

    /// <summary>UID of the object; when it is given and another object has the name, the request fails with <c>409 Conflict</c>.</summary>
    [Field(4)]
    public string? Uid { get; init; }
}
