using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Refers to an object in the same namespace by name.</summary>
[ApiType("io.k8s.api.core.v1.LocalObjectReference", Atomic = true)]
public sealed partial record LocalObjectReference
{
    /// <summary>Name of the object; empty is accepted, but nearly always a mistake.</summary>
    [Field(1, Default = "\"\"")]
    public string? Name { get; init; }
}
