using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>ConfigMap with a node's configuration. Dynamic configuration was removed: kept so that old objects parse.</summary>
[ApiType("io.k8s.api.core.v1.ConfigMapNodeConfigSource")]
public sealed partial record ConfigMapNodeConfigSource
{
    /// <summary>Namespace that the ConfigMap lives in; required.</summary>
    [Field(1, Required = true)]
    public string Namespace { get; init; } = "";

    /// <summary>Name that the ConfigMap has in its namespace; required.</summary>
    [Field(2, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>UID of the ConfigMap; only in the status.</summary>
    [Field(3)]
    public string? Uid { get; init; }

    /// <summary>Version of the ConfigMap; only in the status.</summary>
    [Field(4)]
    public string? ResourceVersion { get; init; }

    /// <summary>Key of the ConfigMap's entry that holds the configuration.</summary>
    [Field(5, Required = true)]
    public string KubeletConfigKey { get; init; } = "";
}
