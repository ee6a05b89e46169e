using ActorKube.Api.Core;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Apps;

internal static class DaemonSetColumns
{
    public static readonly IReadOnlyList<Column<DaemonSet>> All =
    [
        Column<DaemonSet>.NameColumn,
        WorkloadColumns.Count<DaemonSet>("Desired", "Nodes that should run a pod.", static d => d.Status.DesiredNumberScheduled),
        WorkloadColumns.Count<DaemonSet>("Current", "Nodes that run a pod as they should.", static d => d.Status.CurrentNumberScheduled),
        WorkloadColumns.Count<DaemonSet>("Ready", "Nodes whose pod is ready.", static d => d.Status.NumberReady),
        WorkloadColumns.Count<DaemonSet>("Up-to-date", "Nodes whose pod is of the newest template.", static d => d.Status.UpdatedNumberScheduled),
        WorkloadColumns.Count<DaemonSet>("Available", "Nodes whose pod has been ready for minReadySeconds.", static d => d.Status.NumberAvailable),
        new("Node Selector", "Labels of the nodes that should run a pod.", static d => ContainerCells.Labels(d.Spec.Template.Spec.NodeSelector)),
        Column<DaemonSet>.AgeColumn,
        WorkloadColumns.Containers<DaemonSet>(static d => d.Spec.Template),
        WorkloadColumns.Images<DaemonSet>(static d => d.Spec.Template),
        WorkloadColumns.Selector<DaemonSet>(static d => SelectorText.Of(d.Spec.Selector)),
    ];
}
