using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.Toleration")]
public sealed partial record Toleration
{
    [Field(1)]
    public string? Key { get; init; }

    [Field(2)]
    public string? Operator { get; init; }

    [Field(3)]
    public string? Value { get; init; }

    [Field(4)]
    public string? Effect { get; init; }

    [Field(5)]
    public long? TolerationSeconds { get; init; }
}
