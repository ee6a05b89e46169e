using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Apps;

/// <summary>Runs a copy of a Pod on every node, or on those that its template selects.</summary>
[ApiType("io.k8s.api.apps.v1.DaemonSet")]
public sealed partial record DaemonSet : IApiObject
{
    /// <summary>The kind of this object, <c>DaemonSet</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>apps/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Which Pods to run on nodes, and how to update them.</summary>
    [Field(2)]
    public DaemonSetSpec Spec { get; init; } = new();

    /// <summary>What controllers last observed; written through the <c>status</c> subresource and ignored in ordinary writes.</summary>
    [Field(3)]
    public DaemonSetStatus Status { get; init; } = new();
}
