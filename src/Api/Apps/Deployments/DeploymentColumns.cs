using ActorKube.Api.Kinds;

namespace ActorKube.Api.Apps;

internal static class DeploymentColumns
{
    public static readonly IReadOnlyList<Column<Deployment>> All =
    [
        Column<Deployment>.NameColumn,
        new("Ready", "Ready pods of those wanted.", static d => $"{d.Status.ReadyReplicas}/{d.Spec.Replicas ?? 0}"),
        new("Up-to-date", "Pods of the newest template.", static d => d.Status.UpdatedReplicas),
        new("Available", "Pods that have been ready for minReadySeconds.", static d => d.Status.AvailableReplicas),
        Column<Deployment>.AgeColumn,
        WorkloadColumns.Containers<Deployment>(static d => d.Spec.Template),
        WorkloadColumns.Images<Deployment>(static d => d.Spec.Template),
        WorkloadColumns.Selector<Deployment>(static d => WorkloadSelectors.Query(d.Spec.Selector)?.ToString() ?? "<invalid>"),
    ];
}
