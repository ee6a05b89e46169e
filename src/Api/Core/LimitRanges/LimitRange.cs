using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Defaults and bounds for the resources of each Pod, container or claim in a namespace, applied at creation.</summary>
[ApiType("io.k8s.api.core.v1.LimitRange")]
public sealed partial record LimitRange : IApiObject
{
    /// <summary>The kind of this object, <c>LimitRange</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Defaults and bounds, by type of thing and resource.</summary>
    [Field(2)]
    public LimitRangeSpec Spec { get; init; } = new();
}
