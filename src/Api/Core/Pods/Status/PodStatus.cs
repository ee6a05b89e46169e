using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.PodStatus")]
public sealed partial record PodStatus
{
    [Field(1)]
    public string? Phase { get; init; }

    [Field(2, List = ListType.Map, Keys = ["type"], MergeKey = "type", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<PodCondition>? Conditions { get; init; }

    [Field(3)]
    public string? Message { get; init; }

    [Field(4)]
    public string? Reason { get; init; }

    [Field(11)]
    public string? NominatedNodeName { get; init; }

    [Field(5)]
    public string? HostIP { get; init; }

    [Field(16, List = ListType.Atomic, MergeKey = "ip", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<HostIP>? HostIPs { get; init; }

    [Field(6)]
    public string? PodIP { get; init; }

    [Field(12, List = ListType.Map, Keys = ["ip"], MergeKey = "ip", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<PodIP>? PodIPs { get; init; }

    [Field(7)]
    public DateTimeOffset? StartTime { get; init; }

    [Field(10, List = ListType.Atomic)]
    public IReadOnlyList<ContainerStatus>? InitContainerStatuses { get; init; }

    [Field(8, List = ListType.Atomic)]
    public IReadOnlyList<ContainerStatus>? ContainerStatuses { get; init; }

    [Field(9)]
    public string? QosClass { get; init; }

    [Field(13, List = ListType.Atomic)]
    public IReadOnlyList<ContainerStatus>? EphemeralContainerStatuses { get; init; }

    [Field(14)]
    public string? Resize { get; init; }

    [Field(15, List = ListType.Map, Keys = ["name"], MergeKey = "name", Patch = PatchStrategy.Merge | PatchStrategy.RetainKeys)]
    public IReadOnlyList<PodResourceClaimStatus>? ResourceClaimStatuses { get; init; }
}
