using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV2;

/// <summary>How fast scaling goes in one direction, up or down.</summary>
[ApiType("io.k8s.api.autoscaling.v2.HPAScalingRules")]
public sealed partial record HPAScalingRules
{
    /// <summary>Seconds of past recommendations of which the most cautious one counts, 0 to 3600; default 0 up and 300 down.</summary>
    [Field(3)]
    public int? StabilizationWindowSeconds { get; init; }

    /// <summary>
    /// Which policy counts: <c>Max</c> (default, the largest change), <c>Min</c> (the smallest) or <c>Disabled</c> for no scaling this way.
    /// </summary>
    [Field(1, KeepEmpty = true)]
    public string? SelectPolicy { get; init; }

    /// <summary>Limits on the change; default is 4 Pods or 100 % in 15 s up, and 100 % in 15 s down.</summary>
    [Field(2, List = ListType.Atomic, KeepEmpty = true)]
    public IReadOnlyList<HPAScalingPolicy>? Policies { get; init; }
}
