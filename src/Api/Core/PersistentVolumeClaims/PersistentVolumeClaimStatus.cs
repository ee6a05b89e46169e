using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Binding and actual size of a claim's storage.</summary>
[ApiType("io.k8s.api.core.v1.PersistentVolumeClaimStatus")]
public sealed partial record PersistentVolumeClaimStatus
{
    /// <summary><c>Pending</c>, <c>Bound</c> or <c>Lost</c> (its volume has disappeared).</summary>
    [Field(1, Enum = ["Bound", "Lost", "Pending"])]
    public string? Phase { get; init; }

    /// <summary>Ways in which the bound volume can be mounted.</summary>
    [Field(2, List = ListType.Atomic, Enum = ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"])]
    public IReadOnlyList<string>? AccessModes { get; init; }

    /// <summary>Size that the bound volume really has, under <c>storage</c>.</summary>
    [Field(3)]
    public IReadOnlyDictionary<string, Quantity>? Capacity { get; init; }

    /// <summary>Progress and errors of growing or modifying the volume.</summary>
    [Field(4, List = ListType.Map, Keys = ["type"], MergeKey = "type", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<PersistentVolumeClaimCondition>? Conditions { get; init; }

    /// <summary>Size being grown to, which quota counts; between requests it may exceed <c>capacity</c>.</summary>
    [Field(5)]
    public IReadOnlyDictionary<string, Quantity>? AllocatedResources { get; init; }

    /// <summary>
    /// Step of growing per resource: <c>ControllerResizeInProgress</c>, <c>NodeResizePending</c>, <c>NodeResizeInProgress</c>, or an infeasible one.
    /// </summary>
    [Field(7, List = ListType.Map,
        Enum = ["ControllerResizeInProgress", "ControllerResizeInfeasible", "NodeResizeInProgress", "NodeResizeInfeasible", "NodeResizePending"])]
    public IReadOnlyDictionary<string, string>? AllocatedResourceStatuses { get; init; }

    /// <summary>VolumeAttributesClass that the volume has; absent when none was applied.</summary>
    [Field(8, KeepEmpty = true)]
    public string? CurrentVolumeAttributesClassName { get; init; }

    /// <summary>Progress of a change of class; absent when none is under way.</summary>
    [Field(9)]
    public ModifyVolumeStatus? ModifyVolumeStatus { get; init; }
}
