using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Empty directory on the node that lives as long as the Pod, across restarts of its containers.</summary>
[ApiType("io.k8s.api.core.v1.EmptyDirVolumeSource")]
public sealed partial record EmptyDirVolumeSource
{
    /// <summary>Empty for the node's disk, <c>Memory</c> for a tmpfs, which counts against the containers' memory, or <c>HugePages</c>.</summary>
    [Field(1)]
    public string? Medium { get; init; }

    /// <summary>Size at which the Pod is evicted; absent means no limit. With <c>Memory</c>, the containers' memory limits apply too.</summary>
    [Field(2)]
    public Quantity? SizeLimit { get; init; }
}
