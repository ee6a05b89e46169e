using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Way of running containers that a node's runtime offers.</summary>
[ApiType("io.k8s.api.core.v1.NodeRuntimeHandler")]
public sealed partial record NodeRuntimeHandler
{
    /// <summary>Name of the handler; empty for the default one.</summary>
    [Field(1)]
    public string Name { get; init; } = "";

    /// <summary>Optional features that work with this handler.</summary>
    [Field(2)]
    public NodeRuntimeHandlerFeatures? Features { get; init; }
}
