using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>ConfigMap whose entries all become environment variables.</summary>
[ApiType("io.k8s.api.core.v1.ConfigMapEnvSource")]
public sealed partial record ConfigMapEnvSource
{
    /// <summary>ConfigMap of the Pod's namespace, by name.</summary>
    [Field(1, In = 1, Default = "\"\"")]
    public string? Name { get; init; }

    /// <summary><c>true</c> lets the container start when the ConfigMap doesn't exist.</summary>
    [Field(2)]
    public bool? Optional { get; init; }
}
