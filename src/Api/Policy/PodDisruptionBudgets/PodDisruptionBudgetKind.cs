using ActorKube.Api.Kinds;

namespace ActorKube.Api.Policy;

internal static class PodDisruptionBudgetKind
{
    public static readonly Kind<PodDisruptionBudget> Kind = new()
    {
        Group = "policy",
        Version = "v1",
        Name = "PodDisruptionBudget",
        Plural = "poddisruptionbudgets",
        ShortNames = ["pdb"],
        HasStatus = true,
        HasGeneration = true,
        UnconditionalUpdate = false,
        NameRule = NameRules.PathSegment,
        ChecksMetadataLast = true,
        Spec = static budget => budget.Spec,
        OnCreate = static budget => budget with { Status = new() },
        OnUpdate = static (next, previous) => next with { Status = previous.Status },
        OnStatusUpdate = static (next, previous) => next with { Spec = previous.Spec },
        OnValidate = static (budget, errors) => PodDisruptionBudgetValidation.Validate(budget.Spec, errors, allowInvalidValues: false),
        OnValidateUpdate = PodDisruptionBudgetValidation.ValidateUpdate,
        OnValidateStatusUpdate = static (next, _, errors) => PodDisruptionBudgetValidation.ValidateStatus(next.Status, errors),
        TableColumns =
        [
            Column<PodDisruptionBudget>.NameColumn,
            new("Min Available", "Pods that have to stay available, as a number or a percentage.", static b => b.Spec.MinAvailable?.ToString() ?? "N/A"),
            new("Max Unavailable", "Pods that may be unavailable, as a number or a percentage.", static b => b.Spec.MaxUnavailable?.ToString() ?? "N/A"),
            new("Allowed Disruptions", "integer", "", "Evictions that the budget allows now.", 0, static (b, _) => b.Status.DisruptionsAllowed),
            Column<PodDisruptionBudget>.AgeColumn,
        ],
    };
}
