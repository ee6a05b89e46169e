using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV2;

/// <summary>Value of one metric at the last look, in the member that <c>type</c> names.</summary>
[ApiType("io.k8s.api.autoscaling.v2.MetricStatus")]
public sealed partial record MetricStatus
{
    /// <summary>
    /// <c>Resource</c>, <c>ContainerResource</c>, <c>Pods</c>, <c>Object</c> or <c>External</c>; the member of that name holds the rest.
    /// </summary>
    [Field(1, Required = true)]
    public string Type { get; init; } = "";

    /// <summary>Metric of a single object, with its value at the last look.</summary>
    [Field(2)]
    public ObjectMetricStatus? Object { get; init; }

    /// <summary>Metric of the Pods, with its average at the last look.</summary>
    [Field(3)]
    public PodsMetricStatus? Pods { get; init; }

    /// <summary>CPU or memory of the Pods, with their use at the last look.</summary>
    [Field(4)]
    public ResourceMetricStatus? Resource { get; init; }

    /// <summary>CPU or memory of one container of the Pods, with its use at the last look.</summary>
    [Field(7)]
    public ContainerResourceMetricStatus? ContainerResource { get; init; }

    /// <summary>Metric from outside the cluster, with its value at the last look.</summary>
    [Field(5)]
    public ExternalMetricStatus? External { get; init; }
}
