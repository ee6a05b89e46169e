using ActorKube.Api.Meta;
using ActorKube.Api.Schema;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Apps;

/// <summary>Immutable snapshot of a template, by which DaemonSets and StatefulSets keep their history for rollbacks.</summary>
[ApiType("io.k8s.api.apps.v1.ControllerRevision")]
public sealed partial record ControllerRevision : IApiObject
{
    /// <summary>The kind of this object, <c>ControllerRevision</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>apps/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>The snapshot; its format is private to the controller.</summary>
    [Field(2, Schema = "io.k8s.apimachinery.pkg.runtime.RawExtension", Always = true)]
    public RawJson? Data { get; init; }

    /// <summary>Number of the revision; the higher one is newer, and a rollback makes a new one.</summary>
    [Field(3, Required = true, Always = true)]
    public long Revision { get; init; }
}
