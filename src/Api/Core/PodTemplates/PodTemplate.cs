using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Stored template of Pods, for controllers that keep them apart from their own objects.</summary>
[ApiType("io.k8s.api.core.v1.PodTemplate")]
public sealed partial record PodTemplate : IApiObject
{
    /// <summary>The kind of this object, <c>PodTemplate</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Template of Pods; controllers may copy it.</summary>
    [Field(2)]
    public PodTemplateSpec Template { get; init; } = new();
}
