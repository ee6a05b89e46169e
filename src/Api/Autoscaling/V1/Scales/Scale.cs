using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV1;

/// <summary>Number of replicas of a workload, as its <c>scale</c> subresource.</summary>
[ApiType("io.k8s.api.autoscaling.v1.Scale")]
public sealed partial record Scale : IApiObject
{
    /// <summary>The kind of this object, <c>Scale</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>autoscaling/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Wanted number of replicas; writing it scales the workload.</summary>
    [Field(2)]
    public ScaleSpec Spec { get; init; } = new();

    /// <summary>Number of replicas that exist, and their selector. Read-only.</summary>
    [Field(3)]
    public ScaleStatus Status { get; init; } = new();
}
