using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Refers to a Secret in any namespace, for cluster-wide objects.</summary>
[ApiType("io.k8s.api.core.v1.SecretReference", Atomic = true)]
public sealed partial record SecretReference
{
    /// <summary>Name of the Secret, unique in its namespace.</summary>
    [Field(1)]
    public string? Name { get; init; }

    /// <summary>Namespace of the Secret, which must be given.</summary>
    [Field(2)]
    public string? Namespace { get; init; }
}
