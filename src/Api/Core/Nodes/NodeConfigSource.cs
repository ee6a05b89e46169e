using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Source of a node's configuration. Dynamic configuration was removed: kept so that old objects parse.</summary>
[ApiType("io.k8s.api.core.v1.NodeConfigSource")]
public sealed partial record NodeConfigSource
{
    /// <summary>ConfigMap in which the configuration was kept.</summary>
    [Field(2)]
    public ConfigMapNodeConfigSource? ConfigMap { get; init; }
}
