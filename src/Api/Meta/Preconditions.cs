using ActorKube.Api.Schema;

namespace ActorKube.Api.Meta;

/// <summary>Conditions that an object must meet before it is deleted.</summary>
[ApiType("io.k8s.apimachinery.pkg.apis.meta.v1.Preconditions")]
public sealed partial record Preconditions
{
    /// <summary>UID that the object must have; protects a newer object of the same name.</summary>
    [Field(1, KeepEmpty = true)]
    public string? Uid { get; init; }

    /// <summary>Version that the object must have; protects changes the client hasn't seen.</summary>
    [Field(2, KeepEmpty = true)]
    public string? ResourceVersion { get; init; }
}
