using ActorKube.Api.Core;
using ActorKube.Api.Kinds;

namespace ActorKube.Api.Apps;

internal static class StatefulSetKind
{
    public static readonly Kind<StatefulSet> Kind = new()
    {
        Group = "apps",
        Version = "v1",
        Name = "StatefulSet",
        Plural = "statefulsets",
        ShortNames = ["sts"],
        Categories = ["all"],
        HasStatus = true,
        HasGeneration = true,
        NameRule = NameRules.Label,
        Spec = static value => value.Spec,
        OnDefault = StatefulSetDefaults.Apply,
        OnCreate = static value => Enabled(value) with { Status = new() },
        OnUpdate = static (next, previous) => Enabled(next) with { Status = previous.Status },
        OnStatusUpdate = static (next, previous) => next with { Spec = previous.Spec },
        OnValidate = StatefulSetValidation.Validate,
        OnValidateUpdate = StatefulSetValidation.ValidateUpdate,
        OnValidateStatusUpdate = StatefulSetStatusValidation.Validate,
        OnWarnings = StatefulSetWarnings.Of,
        TableColumns =
        [
            Column<StatefulSet>.NameColumn,
            new("Ready", "Ready pods of those wanted.", static s => $"{s.Status.ReadyReplicas}/{s.Spec.Replicas ?? 0}"),
            Column<StatefulSet>.AgeColumn,
            WorkloadColumns.Containers<StatefulSet>(static s => s.Spec.Template),
            WorkloadColumns.Images<StatefulSet>(static s => s.Spec.Template),
        ],
        ScaleMapping = new(
            static s => s.Spec.Replicas ?? 0,
            static s => s.Status.Replicas,
            static s => WorkloadSelectors.Text(s.Spec.Selector),
            static (s, replicas) => s with { Spec = s.Spec with { Replicas = replicas } }),
    };

    /// <summary>
    /// Drops fields of features that are off. <c>maxUnavailable</c>, which Kubernetes v1.32 has behind a gate, isn't among them.
    /// </summary>
    private static StatefulSet Enabled(StatefulSet value) => value with
    {
        Spec = value.Spec with { Template = PodFeatures.DropDisabled(value.Spec.Template) },
    };
}
