using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Authentication;

/// <summary>Requests a token for a ServiceAccount, through its <c>token</c> subresource.</summary>
[ApiType("io.k8s.api.authentication.v1.TokenRequest")]
public sealed partial record TokenRequest : IApiObject
{
    /// <summary>The kind of this object, <c>TokenRequest</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>authentication.k8s.io/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Audiences, lifetime and bound object that the token should have.</summary>
    [Field(2, Required = true)]
    public TokenRequestSpec Spec { get; init; } = new();

    /// <summary>The token and its end; filled in by the server and never stored.</summary>
    [Field(3)]
    public TokenRequestStatus Status { get; init; } = new();
}
