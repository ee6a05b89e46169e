using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV2;

[ApiType("io.k8s.api.autoscaling.v2.HPAScalingPolicy")]
public sealed partial record HPAScalingPolicy
{
    [Field(1, Required = true)]
    public string Type { get; init; } = "";

    [Field(2, Required = true, Always = true)]
    public int Value { get; init; }

    [Field(3, Required = true, Always = true)]
    public int PeriodSeconds { get; init; }
}
