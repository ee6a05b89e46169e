using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>What the node and the control plane observed of a Pod.</summary>
[ApiType("io.k8s.api.core.v1.PodStatus")]
public sealed partial record PodStatus
{
    /// <summary>
    /// Summary: <c>Pending</c>, <c>Running</c>, <c>Succeeded</c>, <c>Failed</c> or <c>Unknown</c>. Containers may crash and restart throughout
    /// <c>Running</c>.
    /// </summary>
    [Field(1, Enum = ["Failed", "Pending", "Running", "Succeeded", "Unknown"])]
    public string? Phase { get; init; }

    /// <summary>Steps the Pod has reached, such as <c>PodScheduled</c> and <c>Ready</c>.</summary>
    [Field(2, List = ListType.Map, Keys = ["type"], MergeKey = "type", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<PodCondition>? Conditions { get; init; }

    /// <summary>Details of <c>reason</c> in words, for people; often empty.</summary>
    [Field(3)]
    public string? Message { get; init; }

    /// <summary>Short cause of the phase, such as <c>Evicted</c>.</summary>
    [Field(4)]
    public string? Reason { get; init; }

    /// <summary>Node on which preemption makes room for the Pod. A hint: the Pod may end up elsewhere.</summary>
    [Field(11)]
    public string? NominatedNodeName { get; init; }

    /// <summary>Address of the node the Pod is assigned to, once the node has seen it.</summary>
    [Field(5)]
    public string? HostIP { get; init; }

    /// <summary>All addresses of the node; the first one equals <c>hostIP</c>.</summary>
    [Field(16, List = ListType.Atomic, MergeKey = "ip", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<HostIP>? HostIPs { get; init; }

    /// <summary>Address of the Pod, routable in the cluster; empty until it has one.</summary>
    [Field(6)]
    public string? PodIP { get; init; }

    /// <summary>All addresses of the Pod, at most one per family; the first one equals <c>podIP</c>.</summary>
    [Field(12, List = ListType.Map, Keys = ["ip"], MergeKey = "ip", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<PodIP>? PodIPs { get; init; }

    /// <summary>When the node accepted the Pod, before it pulled images.</summary>
    [Field(7)]
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>State of each init container, in the order of the spec.</summary>
    [Field(10, List = ListType.Atomic)]
    public IReadOnlyList<ContainerStatus>? InitContainerStatuses { get; init; }

    /// <summary>State of each container in <c>spec.containers</c>, init containers apart.</summary>
    [Field(8, List = ListType.Atomic)]
    public IReadOnlyList<ContainerStatus>? ContainerStatuses { get; init; }

    /// <summary>
    /// <c>Guaranteed</c>, <c>Burstable</c> or <c>BestEffort</c>, from requests and limits; decides who is evicted first when a node runs short.
    /// </summary>
    [Field(9, Enum = ["BestEffort", "Burstable", "Guaranteed"])]
    public string? QosClass { get; init; }

    /// <summary>State of each ephemeral container that was added.</summary>
    [Field(13, List = ListType.Atomic)]
    public IReadOnlyList<ContainerStatus>? EphemeralContainerStatuses { get; init; }

    /// <summary>
    /// Progress of a change of resources: <c>Proposed</c>, <c>InProgress</c>, <c>Deferred</c> or <c>Infeasible</c>; empty when there is none.
    /// </summary>
    [Field(14)]
    public string? Resize { get; init; }

    /// <summary>Claims that were made for the entries of <c>spec.resourceClaims</c>.</summary>
    [Field(15, List = ListType.Map, Keys = ["name"], MergeKey = "name", Patch = PatchStrategy.Merge | PatchStrategy.RetainKeys)]
    public IReadOnlyList<PodResourceClaimStatus>? ResourceClaimStatuses { get; init; }
}
