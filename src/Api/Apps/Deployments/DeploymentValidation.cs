using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Apps;

internal static class DeploymentValidation
{
    private static readonly FieldPath Spec = FieldPath.Of("spec");

    public static void Validate(Deployment value, FieldErrors errors) => Validate(value, null, errors);

    public static void ValidateUpdate(Deployment next, Deployment previous, FieldErrors errors)
    {
        Validate(next, previous, errors);
        SelectorRules.Immutable(next.Spec.Selector, previous.Spec.Selector, Spec, errors);
    }

    private static void Validate(Deployment value, Deployment? previous, FieldErrors errors)
    {
        var spec = value.Spec;
        FieldRules.NonNegative(spec.Replicas, Spec.Child("replicas"), errors);
        if (SelectorRules.Validate(spec.Selector, Spec, errors, "deployment", "invalid label selector") is { } selector)
        {
            TemplateRules.OfReplicaSet(selector, spec.Template, previous?.Spec.Template, Spec.Child("template"), errors);
        }

        Strategy(spec.Strategy, Spec.Child("strategy"), errors);
        FieldRules.NonNegative(spec.MinReadySeconds, Spec.Child("minReadySeconds"), errors);
        FieldRules.NonNegative(spec.RevisionHistoryLimit, Spec.Child("revisionHistoryLimit"), errors);
        FieldRules.NonNegative(spec.ProgressDeadlineSeconds, Spec.Child("progressDeadlineSeconds"), errors);
        if (spec.ProgressDeadlineSeconds <= spec.MinReadySeconds)
        {
            errors.Invalid(Spec.Child("progressDeadlineSeconds"), spec.ProgressDeadlineSeconds, "must be greater than minReadySeconds");
        }
    }

    private static void Strategy(DeploymentStrategy strategy, FieldPath path, FieldErrors errors)
    {
        var rolling = path.Child("rollingUpdate");
        switch (strategy)
        {
            case { Type: UpdateStrategies.Recreate, RollingUpdate: not null }:
                errors.Forbidden(rolling, "may not be specified when strategy `type` is 'Recreate'");
                break;
            case { Type: UpdateStrategies.Recreate }:
                break;
            case { Type: UpdateStrategies.RollingUpdate, RollingUpdate: null }:
                errors.Required(rolling, "this should be defaulted and never be nil");
                break;
            case { Type: UpdateStrategies.RollingUpdate, RollingUpdate: { } amounts }:
                Rolling(amounts, rolling, errors);
                break;
            default:
                errors.NotSupported(path, Literal(strategy), [UpdateStrategies.Recreate, UpdateStrategies.RollingUpdate]);
                break;
        }
    }

    private static void Rolling(RollingUpdateDeployment rolling, FieldPath path, FieldErrors errors)
    {
        var (unavailable, surge) = (rolling.MaxUnavailable ?? 0, rolling.MaxSurge ?? 0);
        FieldRules.NonNegativeOrPercent(unavailable, path.Child("maxUnavailable"), errors);
        FieldRules.NonNegativeOrPercent(surge, path.Child("maxSurge"), errors);
        if (FieldRules.Amount(unavailable) == 0 && FieldRules.Amount(surge) == 0)
        {
            errors.Invalid(path.Child("maxUnavailable"), GoText.Of(unavailable), "may not be 0 when `maxSurge` is 0");
        }

        FieldRules.AtMost100Percent(unavailable, path.Child("maxUnavailable"), errors);
    }

    private static GoText Literal(DeploymentStrategy strategy) => new(
        $"apps.DeploymentStrategy{{Type:{GoText.Quote(strategy.Type)}, "
            + $"RollingUpdate:{GoText.Pointer("apps.RollingUpdateDeployment", strategy.RollingUpdate)}}}");
}
