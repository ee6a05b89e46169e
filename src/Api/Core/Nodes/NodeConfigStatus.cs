using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Progress of a node's dynamic configuration, a feature that was removed.</summary>
[ApiType("io.k8s.api.core.v1.NodeConfigStatus")]
public sealed partial record NodeConfigStatus
{
    /// <summary>Configuration that the node was told to use.</summary>
    [Field(1)]
    public NodeConfigSource? Assigned { get; init; }

    /// <summary>Configuration that the node was using.</summary>
    [Field(2)]
    public NodeConfigSource? Active { get; init; }

    /// <summary>Configuration that the node would fall back to.</summary>
    [Field(3)]
    public NodeConfigSource? LastKnownGood { get; init; }

    /// <summary>Why the assigned configuration couldn't be used; empty if it could.</summary>
    [Field(4)]
    public string? Error { get; init; }
}
