using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Pods that a ReplicationController keeps: number, selector and template.</summary>
[ApiType("io.k8s.api.core.v1.ReplicationControllerSpec")]
public sealed partial record ReplicationControllerSpec
{
    /// <summary>Number of Pods, default 1; 0 is allowed.</summary>
    [Field(1)]
    public int? Replicas { get; init; }

    /// <summary>Seconds for which a Pod must be ready without a crash to count as available; default 0.</summary>
    [Field(4)]
    public int MinReadySeconds { get; init; }

    /// <summary>Labels of the Pods it counts; the template's labels when empty.</summary>
    [Field(2, List = ListType.Atomic)]
    public IReadOnlyDictionary<string, string>? Selector { get; init; }

    /// <summary>Pod to make when there are too few; its restart policy must be <c>Always</c>.</summary>
    [Field(3)]
    public PodTemplateSpec? Template { get; init; }
}
