using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Where a piece of storage is in its life.</summary>
[ApiType("io.k8s.api.core.v1.PersistentVolumeStatus")]
public sealed partial record PersistentVolumeStatus
{
    /// <summary>
    /// <c>Pending</c>, <c>Available</c>, <c>Bound</c>, <c>Released</c> (the claim is gone) or <c>Failed</c> (reclaiming went wrong).
    /// </summary>
    [Field(1, Enum = ["Available", "Bound", "Failed", "Pending", "Released"])]
    public string? Phase { get; init; }

    /// <summary>Why the volume is in this phase, for people.</summary>
    [Field(2)]
    public string? Message { get; init; }

    /// <summary>CamelCase cause of a failure, for programs; empty otherwise.</summary>
    [Field(3)]
    public string? Reason { get; init; }

    /// <summary>When <c>phase</c> last changed, as the server's clock says.</summary>
    [Field(4)]
    public DateTimeOffset? LastPhaseTransitionTime { get; init; }
}
