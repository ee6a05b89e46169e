using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Authentication;

[ApiType("io.k8s.api.authentication.v1.TokenRequest")]
public sealed partial record TokenRequest : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(2, Required = true)]
    public TokenRequestSpec Spec { get; init; } = new();

    [Field(3)]
    public TokenRequestStatus Status { get; init; } = new();
}
