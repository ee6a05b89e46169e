using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV2;

[ApiType("io.k8s.api.autoscaling.v2.HPAScalingRules")]
public sealed partial record HPAScalingRules
{
    [Field(3)]
    public int? StabilizationWindowSeconds { get; init; }

    [Field(1, KeepEmpty = true)]
    public string? SelectPolicy { get; init; }

    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<HPAScalingPolicy>? Policies { get; init; }
}
