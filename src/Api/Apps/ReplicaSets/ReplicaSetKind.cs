using ActorKube.Api.Core;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Apps;

internal static class ReplicaSetKind
{
    public static readonly Kind<ReplicaSet> Kind = new()
    {
        Group = "apps",
        Version = "v1",
        Name = "ReplicaSet",
        Plural = "replicasets",
        ShortNames = ["rs"],
        Categories = ["all"],
        HasStatus = true,
        HasGeneration = true,
        Spec = static value => value.Spec,
        OnDefault = static value => value with
        {
            Spec = value.Spec with { Replicas = value.Spec.Replicas ?? 1, Template = PodTemplateDefaults.Apply(value.Spec.Template) },
        },
        OnCreate = static value => Enabled(value) with { Status = new() },
        OnUpdate = static (next, previous) => Enabled(next) with { Status = previous.Status },
        OnStatusUpdate = static (next, previous) => next with { Spec = previous.Spec },
        OnValidate = ReplicaSetValidation.Validate,
        OnValidateUpdate = ReplicaSetValidation.ValidateUpdate,
        OnValidateStatusUpdate = ReplicaSetValidation.ValidateStatusUpdate,
        OnWarnings = static (value, previous) => WorkloadWarnings.Of(value, previous, static r => r.Spec.Template),
        TableColumns =
        [
            Column<ReplicaSet>.NameColumn,
            WorkloadColumns.Count<ReplicaSet>("Desired", "Pods wanted.", static r => r.Spec.Replicas ?? 0),
            WorkloadColumns.Count<ReplicaSet>("Current", "Pods that there are.", static r => r.Status.Replicas),
            WorkloadColumns.Count<ReplicaSet>("Ready", "Pods that are ready.", static r => r.Status.ReadyReplicas),
            Column<ReplicaSet>.AgeColumn,
            WorkloadColumns.Containers<ReplicaSet>(static r => r.Spec.Template),
            WorkloadColumns.Images<ReplicaSet>(static r => r.Spec.Template),
            WorkloadColumns.Selector<ReplicaSet>(static r => SelectorText.Of(r.Spec.Selector)),
        ],
        ScaleMapping = new(
            static r => r.Spec.Replicas ?? 0,
            static r => r.Status.Replicas,
            static r => WorkloadSelectors.Text(r.Spec.Selector),
            static (r, replicas) => r with { Spec = r.Spec with { Replicas = replicas } }),
    };

    private static ReplicaSet Enabled(ReplicaSet value) => value with
    {
        Spec = value.Spec with { Template = PodFeatures.DropDisabled(value.Spec.Template) },
    };
}
