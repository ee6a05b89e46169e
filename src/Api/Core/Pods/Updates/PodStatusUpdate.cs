namespace ActorKube.Api.Core;

/// <summary>A write to a pod's status: its labels, annotations and finalizers go along, its owners and specification don't.</summary>
internal static class PodStatusUpdate
{
    public static Pod Prepare(Pod next, Pod previous) => next with
    {
        Spec = previous.Spec,
        Metadata = next.Metadata with { DeletionTimestamp = previous.Metadata.DeletionTimestamp, OwnerReferences = previous.Metadata.OwnerReferences },
        Status = DropDisabled(next.Status) with { QosClass = next.Status.QosClass ?? previous.Status.QosClass },
    };

    /// <summary>What belongs to features that v1.32 ships switched off; see <see cref="PodFeatures"/>.</summary>
    private static PodStatus DropDisabled(PodStatus status) => status with
    {
        Resize = null,
        ResourceClaimStatuses = null,
        ContainerStatuses = status.ContainerStatuses.Each(DropDisabled),
        InitContainerStatuses = status.InitContainerStatuses.Each(DropDisabled),
        EphemeralContainerStatuses = status.EphemeralContainerStatuses.Each(DropDisabled),
    };

    private static ContainerStatus DropDisabled(ContainerStatus status) =>
        status is { Resources: null, AllocatedResources: null, AllocatedResourcesStatus: null, User: null }
            ? status
            : status with { Resources = null, AllocatedResources = null, AllocatedResourcesStatus = null, User = null };
}
