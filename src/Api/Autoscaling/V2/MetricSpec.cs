using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV2;

/// <summary>Metric to scale by; the member that <c>type</c> names must be set.</summary>
[ApiType("io.k8s.api.autoscaling.v2.MetricSpec")]
public sealed partial record MetricSpec
{
    /// <summary>
    /// <c>Resource</c>, <c>ContainerResource</c>, <c>Pods</c>, <c>Object</c> or <c>External</c>; the member of that name holds the rest.
    /// </summary>
    [Field(1, Required = true)]
    public string Type { get; init; } = "";

    /// <summary>Metric of a single object, such as requests per second of an Ingress.</summary>
    [Field(2)]
    public ObjectMetricSource? Object { get; init; }

    /// <summary>Metric that each Pod has, averaged over them.</summary>
    [Field(3)]
    public PodsMetricSource? Pods { get; init; }

    /// <summary>CPU or memory of the Pods, all containers together.</summary>
    [Field(4)]
    public ResourceMetricSource? Resource { get; init; }

    /// <summary>CPU or memory of one container of the Pods.</summary>
    [Field(7)]
    public ContainerResourceMetricSource? ContainerResource { get; init; }

    /// <summary>Metric from outside the cluster, such as a queue's length.</summary>
    [Field(5)]
    public ExternalMetricSource? External { get; init; }
}
