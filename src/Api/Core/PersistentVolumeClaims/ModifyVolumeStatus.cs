using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Progress of moving a volume to another VolumeAttributesClass.</summary>
[ApiType("io.k8s.api.core.v1.ModifyVolumeStatus")]
public sealed partial record ModifyVolumeStatus
{
    /// <summary>VolumeAttributesClass that the volume is being moved to.</summary>
    [Field(1)]
    public string? TargetVolumeAttributesClassName { get; init; }

    /// <summary>
    /// <c>Pending</c> (the class doesn't exist yet), <c>InProgress</c> or <c>Infeasible</c> (the driver refuses: name another class).
    /// </summary>
    [Field(2, Required = true, Enum = ["InProgress", "Infeasible", "Pending"])]
    public string Status { get; init; } = "";
}
