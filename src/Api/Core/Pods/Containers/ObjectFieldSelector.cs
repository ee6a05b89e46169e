using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.ObjectFieldSelector", Atomic = true)]
public sealed partial record ObjectFieldSelector
{
    [Field(1)]
    public string? ApiVersion { get; init; }

    [Field(2, Required = true)]
    public string FieldPath { get; init; } = "";
}
