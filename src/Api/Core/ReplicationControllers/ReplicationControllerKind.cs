using System.Globalization;
using ActorKube.Api.Apps;
using ActorKube.Api.Kinds;
using ActorKube.Api.Selectors;

namespace ActorKube.Api.Core;

/// <summary>The kind that came before ReplicaSets: its selector is a plain map of labels.</summary>
public static class ReplicationControllerKind
{
    public static readonly Kind<ReplicationController> Kind = new()
    {
        Group = "",
        Version = "v1",
        Name = "ReplicationController",
        Plural = "replicationcontrollers",
        ShortNames = ["rc"],
        Categories = ["all"],
        HasStatus = true,
        HasGeneration = true,

        // As the first version of the API did.
        OrphansByDefault = true,
        Spec = static value => value.Spec,
        OnDefault = ReplicationControllerDefaults.Apply,
        OnCreate = static value => Enabled(value) with { Status = new() },
        OnUpdate = static (next, previous) => Enabled(next) with { Status = previous.Status },
        OnStatusUpdate = static (next, previous) => next with { Spec = previous.Spec },
        OnValidate = ReplicationControllerValidation.Validate,
        OnValidateUpdate = ReplicationControllerValidation.ValidateUpdate,
        OnValidateStatusUpdate = ReplicationControllerValidation.ValidateStatusUpdate,
        // An update is told of what was wrong with the template so far.
        OnWarnings = static (value, previous) =>
            previous is null ? WorkloadWarnings.Of(value, null, static r => r.Spec.Template) : WorkloadWarnings.Of(previous, value, static r => r.Spec.Template),
        TableColumns =
        [
            Column<ReplicationController>.NameColumn,
            WorkloadColumns.Count<ReplicationController>("Desired", "Pods wanted.", static r => r.Spec.Replicas ?? 0),
            WorkloadColumns.Count<ReplicationController>("Current", "Pods that there are.", static r => r.Status.Replicas),
            WorkloadColumns.Count<ReplicationController>("Ready", "Pods that are ready.", static r => r.Status.ReadyReplicas),
            Column<ReplicationController>.AgeColumn,
            WorkloadColumns.Containers<ReplicationController>(static r => r.Spec.Template),
            WorkloadColumns.Images<ReplicationController>(static r => r.Spec.Template),
            WorkloadColumns.Selector<ReplicationController>(static r => ContainerCells.Labels(r.Spec.Selector)),
        ],
        FieldSelectors = new Dictionary<string, Func<ReplicationController, string>>
        {
            ["status.replicas"] = static r => r.Status.Replicas.ToString(CultureInfo.InvariantCulture),
        },
        ScaleMapping = new(
            static r => r.Spec.Replicas ?? 0,
            static r => r.Status.Replicas,
            static r => LabelQuery.FromLabels(r.Spec.Selector.OrEmpty()).ToString(),
            static (r, replicas) => r with { Spec = r.Spec with { Replicas = replicas } }),
    };

    private static ReplicationController Enabled(ReplicationController value) => value with
    {
        Spec = value.Spec with { Template = value.Spec.Template is { } template ? PodFeatures.DropDisabled(template) : null },
    };
}
