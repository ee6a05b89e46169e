using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.SELinuxOptions")]
public sealed partial record SELinuxOptions
{
    [Field(1)]
    public string? User { get; init; }

    [Field(2)]
    public string? Role { get; init; }

    [Field(3)]
    public string? Type { get; init; }

    [Field(4)]
    public string? Level { get; init; }
}
