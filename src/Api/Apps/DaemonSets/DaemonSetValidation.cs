using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Apps;

internal static class DaemonSetValidation
{
    private static readonly FieldPath Spec = FieldPath.Of("spec");

    public static void Validate(DaemonSet value, FieldErrors errors) => Validate(value, null, errors);

    public static void ValidateUpdate(DaemonSet next, DaemonSet previous, FieldErrors errors)
    {
        // Kubernetes checks the specification twice here, and clients see its errors twice.
        Validate(next, previous, errors);
        Validate(next, previous, errors);
        SelectorRules.Immutable(next.Spec.Selector, previous.Spec.Selector, Spec, errors);
    }

    private static void Validate(DaemonSet value, DaemonSet? previous, FieldErrors errors)
    {
        var (spec, template) = (value.Spec, Spec.Child("template"));
        LabelSelectorValidation.Validate(spec.Selector, Spec.Child("selector"), errors, LabelSelectorValidation.HasInvalidValue(previous?.Spec.Selector));
        if (WorkloadSelectors.Query(spec.Selector) is { } selector)
        {
            TemplateRules.Matches(selector, spec.Template, template, errors);
        }

        if (spec.Selector is not null && WorkloadSelectors.IsEmpty(spec.Selector))
        {
            errors.Invalid(Spec.Child("selector"), WorkloadGoText.Of(spec.Selector), "empty selector is invalid for daemonset");
        }

        PodTemplateValidation.Validate(spec.Template, template, errors, previous?.Spec.Template);
        TemplateRules.NeverEnds(spec.Template, template, errors, "DaemonSet");
        FieldRules.NonNegative(spec.MinReadySeconds, Spec.Child("minReadySeconds"), errors);
        Strategy(spec.UpdateStrategy, Spec.Child("updateStrategy"), errors);
        FieldRules.NonNegative(spec.RevisionHistoryLimit, Spec.Child("revisionHistoryLimit"), errors);
    }

    private static void Strategy(DaemonSetUpdateStrategy strategy, FieldPath path, FieldErrors errors)
    {
        switch (strategy)
        {
            case { Type: UpdateStrategies.OnDelete }:
                break;
            case { Type: UpdateStrategies.RollingUpdate, RollingUpdate: null }:
                errors.Required(path.Child("rollingUpdate"));
                break;
            case { Type: UpdateStrategies.RollingUpdate, RollingUpdate: { } amounts }:
                Rolling(amounts, path.Child("rollingUpdate"), errors);
                break;
            default:
                errors.NotSupported(path, Literal(strategy), [UpdateStrategies.RollingUpdate, UpdateStrategies.OnDelete]);
                break;
        }
    }

    /// <summary>Either the old pod goes first or the new one comes first, not both.</summary>
    private static void Rolling(RollingUpdateDaemonSet rolling, FieldPath path, FieldErrors errors)
    {
        var (unavailable, surge) = (rolling.MaxUnavailable ?? 0, rolling.MaxSurge ?? 0);
        var (unavailablePath, surgePath) = (path.Child("maxUnavailable"), path.Child("maxSurge"));
        FieldRules.NonNegativeOrPercent(unavailable, unavailablePath, errors);
        FieldRules.NonNegativeOrPercent(surge, surgePath, errors);
        FieldRules.AtMost100Percent(unavailable, unavailablePath, errors);
        FieldRules.AtMost100Percent(surge, surgePath, errors);
        switch (FieldRules.Amount(unavailable) != 0, FieldRules.Amount(surge) != 0)
        {
            case (true, true):
                errors.Invalid(surgePath, GoText.Of(surge), "may not be set when maxUnavailable is non-zero");
                break;
            case (false, false):
                errors.Required(unavailablePath, "cannot be 0 when maxSurge is 0");
                break;
        }
    }

    private static GoText Literal(DaemonSetUpdateStrategy strategy) => new(
        $"apps.DaemonSetUpdateStrategy{{Type:{GoText.Quote(strategy.Type)}, "
            + $"RollingUpdate:{GoText.Pointer("apps.RollingUpdateDaemonSet", strategy.RollingUpdate)}}}");
}
