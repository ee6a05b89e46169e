using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Storage;

/// <summary>CSI drivers on a node. It has the node's name and goes with it.</summary>
[ApiType("io.k8s.api.storage.v1.CSINode")]
public sealed partial record CSINode : IApiObject
{
    /// <summary>The kind of this object, <c>CSINode</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>storage.k8s.io/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, labels, annotations and bookkeeping of the object; it is cluster-wide and has no namespace.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>CSI drivers that are registered on the node.</summary>
    [Field(2, Required = true)]
    public CSINodeSpec Spec { get; init; } = new();
}
