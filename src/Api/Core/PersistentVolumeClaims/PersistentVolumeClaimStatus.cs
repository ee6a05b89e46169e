using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.PersistentVolumeClaimStatus")]
public sealed partial record PersistentVolumeClaimStatus
{
    [Field(1)]
    public string? Phase { get; init; }

    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<string>? AccessModes { get; init; }

    [Field(3)]
    public IReadOnlyDictionary<string, Quantity>? Capacity { get; init; }

    [Field(4, List = ListType.Map, Keys = ["type"], MergeKey = "type", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<PersistentVolumeClaimCondition>? Conditions { get; init; }

    [Field(5)]
    public IReadOnlyDictionary<string, Quantity>? AllocatedResources { get; init; }

    [Field(7, List = ListType.Map)]
    public IReadOnlyDictionary<string, string>? AllocatedResourceStatuses { get; init; }

    [Field(8, KeepEmpty = true)]
    public string? CurrentVolumeAttributesClassName { get; init; }

    [Field(9)]
    public ModifyVolumeStatus? ModifyVolumeStatus { get; init; }
}
