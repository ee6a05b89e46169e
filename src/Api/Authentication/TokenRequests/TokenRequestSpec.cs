using ActorKube.Api.Schema;

namespace ActorKube.Api.Authentication;

/// <summary>What a token should be good for, and how long.</summary>
[ApiType("io.k8s.api.authentication.v1.TokenRequestSpec")]
public sealed partial record TokenRequestSpec
{
    /// <summary>Recipients that the token is meant for; they must check it. The API server when empty.</summary>
    [Field(1, Required = true, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<string>? Audiences { get; init; }

    /// <summary>Wanted lifetime in seconds, at least 600; default 3600. The server may give another one.</summary>
    [Field(4, Always = true)]
    public long? ExpirationSeconds { get; init; }

    /// <summary>Object whose deletion makes the token void; absent binds it to the ServiceAccount alone.</summary>
    [Field(3, Always = true)]
    public BoundObjectReference? BoundObjectRef { get; init; }
}
