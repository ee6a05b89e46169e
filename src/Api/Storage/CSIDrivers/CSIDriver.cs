using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Storage;

/// <summary>Describes a CSI driver to the cluster. Named as the driver names itself.</summary>
[ApiType("io.k8s.api.storage.v1.CSIDriver")]
public sealed partial record CSIDriver : IApiObject
{
    /// <summary>The kind of this object, <c>CSIDriver</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>storage.k8s.io/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, labels, annotations and bookkeeping of the object; it is cluster-wide and has no namespace.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Features of the driver, and what it must be told.</summary>
    [Field(2, Required = true)]
    public CSIDriverSpec Spec { get; init; } = new();
}
