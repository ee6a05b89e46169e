using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV2;

/// <summary>Value that a metric is to be brought to.</summary>
[ApiType("io.k8s.api.autoscaling.v2.MetricTarget")]
public sealed partial record MetricTarget
{
    /// <summary><c>Utilization</c> (percent of the request), <c>Value</c> (in total) or <c>AverageValue</c> (per Pod).</summary>
    [Field(1, Required = true)]
    public string Type { get; init; } = "";

    /// <summary>Value to aim at in total, as a quantity; for type <c>Value</c>.</summary>
    [Field(2)]
    public Quantity? Value { get; init; }

    /// <summary>Value to aim at per Pod, as a quantity; for type <c>AverageValue</c>.</summary>
    [Field(3)]
    public Quantity? AverageValue { get; init; }

    /// <summary>Use to aim at per Pod, in percent of the request; for type <c>Utilization</c>, and resources only.</summary>
    [Field(4)]
    public int? AverageUtilization { get; init; }
}
