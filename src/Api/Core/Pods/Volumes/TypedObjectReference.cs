using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Refers to an object by kind and name, possibly in another namespace.</summary>
[ApiType("io.k8s.api.core.v1.TypedObjectReference")]
public sealed partial record TypedObjectReference
{
    /// <summary>API group of the object; empty or absent only for kinds of the core group.</summary>
    [Field(1, KeepEmpty = true, Always = true)]
    public string? ApiGroup { get; init; }

    /// <summary>Kind of the object that is meant.</summary>
    [Field(2, Required = true)]
    public string Kind { get; init; } = "";

    /// <summary>Name of the object, in the namespace given or implied.</summary>
    [Field(3, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>Namespace of the object. One other than the claim's needs a <c>ReferenceGrant</c> there; the same when absent.</summary>
    [Field(4, KeepEmpty = true)]
    public string? Namespace { get; init; }
}
