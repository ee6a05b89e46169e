using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV2;

/// <summary>Most that scaling may change within a time.</summary>
[ApiType("io.k8s.api.autoscaling.v2.HPAScalingPolicy")]
public sealed partial record HPAScalingPolicy
{
    /// <summary><c>Pods</c> (a number) or <c>Percent</c> (of the present number).</summary>
    [Field(1, Required = true)]
    public string Type { get; init; } = "";

    /// <summary>Size of the change, in Pods or percent; greater than 0.</summary>
    [Field(2, Required = true, Always = true)]
    public int Value { get; init; }

    /// <summary>Time in seconds to which <c>value</c> applies, 1 to 1800.</summary>
    [Field(3, Required = true, Always = true)]
    public int PeriodSeconds { get; init; }
}
