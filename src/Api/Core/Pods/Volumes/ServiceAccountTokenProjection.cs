using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.ServiceAccountTokenProjection")]
public sealed partial record ServiceAccountTokenProjection
{
    [Field(1)]
    public string? Audience { get; init; }

    [Field(2)]
    public long? ExpirationSeconds { get; init; }

    [Field(3, Required = true)]
    public string Path { get; init; } = "";
}
