using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Scheduling;

/// <summary>Importance in scheduling and preemption for Pods that name the class.</summary>
[ApiType("io.k8s.api.scheduling.v1.PriorityClass")]
public sealed partial record PriorityClass : IApiObject
{
    /// <summary>The kind of this object, <c>PriorityClass</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>scheduling.k8s.io/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, labels, annotations and bookkeeping of the object; it is cluster-wide and has no namespace.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Importance; higher goes first. At most 1000000000 for classes that aren't the system's. Immutable.</summary>
    [Field(2, Required = true, Always = true)]
    public int Value { get; init; }

    /// <summary><c>true</c> makes it the class of Pods that name none; at most one class should say so. Default <c>false</c>.</summary>
    [Field(3)]
    public bool GlobalDefault { get; init; }

    /// <summary>When to use the class, in words for people.</summary>
    [Field(4)]
    public string? Description { get; init; }

    /// <summary><c>PreemptLowerPriority</c> (default) may evict less important Pods, <c>Never</c> waits for room. Immutable.</summary>
    [Field(5, KeepEmpty = true, Enum = ["Never", "PreemptLowerPriority"])]
    public string? PreemptionPolicy { get; init; }
}
