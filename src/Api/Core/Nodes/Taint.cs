using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.Taint")]
public sealed partial record Taint
{
    [Field(1, Required = true)]
    public string Key { get; init; } = "";

    [Field(2)]
    public string? Value { get; init; }

    [Field(3, Required = true)]
    public string Effect { get; init; } = "";

    [Field(4)]
    public DateTimeOffset? TimeAdded { get; init; }
}
