using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>One entry of a Secret in the Pod's namespace.</summary>
[ApiType("io.k8s.api.core.v1.SecretKeySelector", Atomic = true)]
public sealed partial record SecretKeySelector
{
    /// <summary>Secret of the Pod's namespace, by name.</summary>
    [Field(1, In = 1, Default = "\"\"")]
    public string? Name { get; init; }

    /// <summary>Key of the entry; it must be valid there.</summary>
    [Field(2, Required = true)]
    public string Key { get; init; } = "";

    /// <summary><c>true</c> lets the container start when the Secret or the key doesn't exist.</summary>
    [Field(3)]
    public bool? Optional { get; init; }
}
