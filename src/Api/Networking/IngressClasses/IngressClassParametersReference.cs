using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

/// <summary>Refers to an object with settings for an Ingress controller.</summary>
[ApiType("io.k8s.api.networking.v1.IngressClassParametersReference")]
public sealed partial record IngressClassParametersReference
{
    /// <summary>API group of the object; empty for the core group.</summary>
    [Field(1, KeepEmpty = true)]
    public string? ApiGroup { get; init; }

    /// <summary>Kind of the object with the settings.</summary>
    [Field(2, Required = true)]
    public string Kind { get; init; } = "";

    /// <summary>Name of the object with the settings.</summary>
    [Field(3, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>Where the object lives: <c>Cluster</c> (default) or <c>Namespace</c>.</summary>
    [Field(4, KeepEmpty = true, Always = true)]
    public string? Scope { get; init; }

    /// <summary>Namespace of the object; required for <c>Namespace</c>, not allowed for <c>Cluster</c>.</summary>
    [Field(5, KeepEmpty = true)]
    public string? Namespace { get; init; }
}
