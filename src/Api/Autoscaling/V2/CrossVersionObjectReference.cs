using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV2;

[ApiType("io.k8s.api.autoscaling.v2.CrossVersionObjectReference")]
public sealed partial record CrossVersionObjectReference
{
    [Field(1, Required = true)]
    public string Kind { get; init; } = "";

    [Field(2, Required = true)]
    public string Name { get; init; } = "";

    [Field(3)]
    public string? ApiVersion { get; init; }
}
