using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Apps;

/// <summary>Pods that a ReplicaSet keeps: number, selector and template.</summary>
[ApiType("io.k8s.api.apps.v1.ReplicaSetSpec")]
public sealed partial record ReplicaSetSpec
{
    /// <summary>Number of Pods, default 1; 0 is allowed.</summary>
    [Field(1)]
    public int? Replicas { get; init; }

    /// <summary>Seconds for which a new Pod must be ready without a crash to count as available; default 0.</summary>
    [Field(4)]
    public int MinReadySeconds { get; init; }

    /// <summary>Labels of the Pods it manages; must match the template's labels. Immutable.</summary>
    [Field(2, Required = true, Always = true)]
    public LabelSelector? Selector { get; init; }

    /// <summary>Pod to make when there are too few. Changing it leaves existing Pods as they are.</summary>
    [Field(3)]
    public PodTemplateSpec Template { get; init; } = new();
}
