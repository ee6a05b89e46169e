using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.TypedObjectReference")]
public sealed partial record TypedObjectReference
{
    [Field(1, KeepEmpty = true, Always = true)]
    public string? ApiGroup { get; init; }

    [Field(2, Required = true)]
    public string Kind { get; init; } = "";

    [Field(3, Required = true)]
    public string Name { get; init; } = "";

    [Field(4, KeepEmpty = true)]
    public string? Namespace { get; init; }
}
