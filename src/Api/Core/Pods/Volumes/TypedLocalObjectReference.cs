using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Refers to an object in the same namespace by kind and name.</summary>
[ApiType("io.k8s.api.core.v1.TypedLocalObjectReference", Atomic = true)]
public sealed partial record TypedLocalObjectReference
{
    /// <summary>API group of the object; empty or absent only for kinds of the core group.</summary>
    [Field(1, KeepEmpty = true, Always = true)]
    public string? ApiGroup { get; init; }

    /// <summary>Kind of the object that is meant.</summary>
    [Field(2, Required = true)]
    public string Kind { get; init; } = "";

    /// <summary>Name of the object, in the namespace of the one that refers to it.</summary>
    [Field(3, Required = true)]
    public string Name { get; init; } = "";
}
