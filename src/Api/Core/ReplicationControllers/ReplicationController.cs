using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Keeps a number of equal Pods running. Superseded by ReplicaSet and Deployment.</summary>
[ApiType("io.k8s.api.core.v1.ReplicationController")]
public sealed partial record ReplicationController : IApiObject
{
    /// <summary>The kind of this object, <c>ReplicationController</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Number, selector and template of the Pods. Missing labels are taken from the template.</summary>
    [Field(2)]
    public ReplicationControllerSpec Spec { get; init; } = new();

    /// <summary>What controllers last observed; written through the <c>status</c> subresource and ignored in ordinary writes.</summary>
    [Field(3)]
    public ReplicationControllerStatus Status { get; init; } = new();
}
