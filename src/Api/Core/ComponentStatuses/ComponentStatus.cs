using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Health of a control plane component. Deprecated and read-only.</summary>
[ApiType("io.k8s.api.core.v1.ComponentStatus")]
public sealed partial record ComponentStatus : IApiObject
{
    /// <summary>The kind of this object, <c>ComponentStatus</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, labels, annotations and bookkeeping of the object; it is cluster-wide and has no namespace.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Results of the health check, with the one type <c>Healthy</c>.</summary>
    [Field(2, List = ListType.Map, Keys = ["type"], MergeKey = "type", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<ComponentCondition>? Conditions { get; init; }
}
