using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Pod to make: its labels and its spec.</summary>
[ApiType("io.k8s.api.core.v1.PodTemplateSpec")]
public sealed partial record PodTemplateSpec
{
    /// <summary>Labels and annotations of the Pods; a controller chooses their names.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Spec that the Pods are made with.</summary>
    [Field(2)]
    public PodSpec Spec { get; init; } = new();
}
