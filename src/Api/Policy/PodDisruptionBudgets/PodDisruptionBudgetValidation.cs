using System.Globalization;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Policy;

internal static class PodDisruptionBudgetValidation
{
    private static readonly FieldPath Spec = FieldPath.Of("spec");
    private static readonly FieldPath Status = FieldPath.Of("status");

    public static void ValidateUpdate(PodDisruptionBudget next, PodDisruptionBudget previous, FieldErrors errors) =>
        Validate(next.Spec, errors, LabelSelectorValidation.HasInvalidValue(previous.Spec.Selector));

    public static void Validate(PodDisruptionBudgetSpec spec, FieldErrors errors, bool allowInvalidValues)
    {
        if (spec is { MinAvailable: not null, MaxUnavailable: not null })
        {
            errors.Invalid(Spec, Text(spec), "minAvailable and maxUnavailable cannot be both set");
        }

        ValidateAmount(spec.MinAvailable, Spec.Child("minAvailable"), errors);
        ValidateAmount(spec.MaxUnavailable, Spec.Child("maxUnavailable"), errors);
        LabelSelectorValidation.Validate(spec.Selector, Spec.Child("selector"), errors, allowInvalidValues);
        if (spec.UnhealthyPodEvictionPolicy is not (null or "AlwaysAllow" or "IfHealthyBudget"))
        {
            errors.NotSupported(Spec.Child("unhealthyPodEvictionPolicy"), spec.UnhealthyPodEvictionPolicy, ["AlwaysAllow", "IfHealthyBudget"]);
        }
    }

    public static void ValidateStatus(PodDisruptionBudgetStatus status, FieldErrors errors)
    {
        ConditionValidation.Validate(status.Conditions, Status.Child("conditions"), errors);
        NotNegative(status.DisruptionsAllowed, Status.Child("disruptionsAllowed"), errors);
        NotNegative(status.CurrentHealthy, Status.Child("currentHealthy"), errors);
        NotNegative(status.DesiredHealthy, Status.Child("desiredHealthy"), errors);
        NotNegative(status.ExpectedPods, Status.Child("expectedPods"), errors);
    }

    /// <summary>A number that isn't negative, or at most 100%.</summary>
    private static void ValidateAmount(IntOrString? amount, FieldPath path, FieldErrors errors)
    {
        if (amount is not { } value)
        {
            return;
        }

        if (!value.IsString)
        {
            NotNegative(value.IntValue, path, errors);
            return;
        }

        foreach (var reason in Identifiers.Percent(value.Text))
        {
            errors.Invalid(path, GoText.Of(value), reason);
        }

        if (value.IsPercent && (!int.TryParse(value.Text.AsSpan()[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var percent) || percent > 100))
        {
            errors.Invalid(path, GoText.Of(value), "must not be greater than 100%");
        }
    }

    private static void NotNegative(int value, FieldPath path, FieldErrors errors)
    {
        if (value < 0)
        {
            errors.Invalid(path, value, "must be greater than or equal to 0");
        }
    }

    private static GoText Text(PodDisruptionBudgetSpec spec) => new(
        $"policy.PodDisruptionBudgetSpec{{MinAvailable:{GoText.Pointer("intstr.IntOrString", spec.MinAvailable)}, Selector:{GoText.Pointer("v1.LabelSelector", spec.Selector)}, "
        + $"MaxUnavailable:{GoText.Pointer("intstr.IntOrString", spec.MaxUnavailable)}, UnhealthyPodEvictionPolicy:{GoText.Pointer("policy.UnhealthyPodEvictionPolicyType", spec.UnhealthyPodEvictionPolicy)}}}");
}
