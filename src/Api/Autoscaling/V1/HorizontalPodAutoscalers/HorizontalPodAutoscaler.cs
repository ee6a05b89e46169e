using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV1;

[ApiType("io.k8s.api.autoscaling.v1.HorizontalPodAutoscaler")]
public sealed partial record HorizontalPodAutoscaler : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(2)]
    public HorizontalPodAutoscalerSpec Spec { get; init; } = new();

    [Field(3)]
    public HorizontalPodAutoscalerStatus Status { get; init; } = new();
}
