using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Refers to an object anywhere, with as much detail as the use needs. Each place that has one says which members count.</summary>
[ApiType("io.k8s.api.core.v1.ObjectReference", Atomic = true)]
public sealed partial record ObjectReference
{
    /// <summary>Kind of the object that is meant, such as <c>Pod</c>.</summary>
    [Field(1)]
    public string? Kind { get; init; }

    /// <summary>Namespace of the object that is meant; empty for cluster-wide ones.</summary>
    [Field(2)]
    public string? Namespace { get; init; }

    /// <summary>Name of the object that is meant.</summary>
    [Field(3)]
    public string? Name { get; init; }

    /// <summary>UID of the object that is meant; tells it from a namesake.</summary>
    [Field(4)]
    public string? Uid { get; init; }

    /// <summary>API group and version of the object, such as <c>apps/v1</c>.</summary>
    [Field(5)]
    public string? ApiVersion { get; init; }

    /// <summary>Version of the object that is meant, if one is.</summary>
    [Field(6)]
    public string? ResourceVersion { get; init; }

    /// <summary>Part of the object that is meant, such as <c>spec.containers{web}</c>.</summary>
    [Field(7)]
    public string? FieldPath { get; init; }
}
