using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV1;

/// <summary>Scales a workload by its CPU use. The older form; <c>autoscaling/v2</c> knows more metrics.</summary>
[ApiType("io.k8s.api.autoscaling.v1.HorizontalPodAutoscaler")]
public sealed partial record HorizontalPodAutoscaler : IApiObject
{
    /// <summary>The kind of this object, <c>HorizontalPodAutoscaler</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>autoscaling/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Workload to scale, its bounds, and the CPU use to aim at.</summary>
    [Field(2)]
    public HorizontalPodAutoscalerSpec Spec { get; init; } = new();

    /// <summary>What controllers last observed; written through the <c>status</c> subresource and ignored in ordinary writes.</summary>
    [Field(3)]
    public HorizontalPodAutoscalerStatus Status { get; init; } = new();
}
