using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV2;

/// <summary>Value of a metric at the last look, in one or more forms.</summary>
[ApiType("io.k8s.api.autoscaling.v2.MetricValueStatus")]
public sealed partial record MetricValueStatus
{
    /// <summary>Value in total, as a quantity such as <c>150</c> or <c>250m</c>.</summary>
    [Field(1)]
    public Quantity? Value { get; init; }

    /// <summary>Value divided by the number of Pods, as a quantity.</summary>
    [Field(2)]
    public Quantity? AverageValue { get; init; }

    /// <summary>Average over the Pods, in percent of the request; only for resources.</summary>
    [Field(3)]
    public int? AverageUtilization { get; init; }
}
