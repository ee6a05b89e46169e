using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>One entry of a ConfigMap in the Pod's namespace.</summary>
[ApiType("io.k8s.api.core.v1.ConfigMapKeySelector", Atomic = true)]
public sealed partial record ConfigMapKeySelector
{
    /// <summary>ConfigMap of the Pod's namespace, by name.</summary>
    [Field(1, In = 1, Default = "\"\"")]
    public string? Name { get; init; }

    /// <summary>Key of the entry in the ConfigMap.</summary>
    [Field(2, Required = true)]
    public string Key { get; init; } = "";

    /// <summary><c>true</c> lets the container start when the ConfigMap or the key doesn't exist.</summary>
    [Field(3)]
    public bool? Optional { get; init; }
}
