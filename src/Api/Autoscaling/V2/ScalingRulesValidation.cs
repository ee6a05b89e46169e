using ActorKube.Api.Errors;

namespace ActorKube.Api.AutoscalingV2;

/// <summary>How fast an autoscaler may go in one direction.</summary>
internal static class ScalingRulesValidation
{
    /// <summary>In seconds.</summary>
    private const int MaxPeriod = 1800;

    /// <summary>In seconds.</summary>
    private const int MaxWindow = 3600;

    public static void Validate(HPAScalingRules? rules, FieldPath path, FieldErrors errors)
    {
        if (rules is null)
        {
            return;
        }

        var window = path.Child("stabilizationWindowSeconds");
        switch (rules.StabilizationWindowSeconds)
        {
            case < 0:
                errors.Invalid(window, rules.StabilizationWindowSeconds, "must be greater than or equal to zero");
                break;
            case > MaxWindow:
                errors.Invalid(window, rules.StabilizationWindowSeconds, $"must be less than or equal to {MaxWindow}");
                break;
        }

        if (rules.SelectPolicy is not (null or "Max" or "Min" or "Disabled"))
        {
            errors.NotSupported(path.Child("selectPolicy"), rules.SelectPolicy, ["Disabled", "Max", "Min"]);
        }

        if (rules.Policies is not { Count: > 0 })
        {
            errors.Required(path.Child("policies"), "must specify at least one Policy");
        }

        foreach (var (i, policy) in (rules.Policies ?? []).Index())
        {
            Validate(policy, path.Child("policies").Index(i), errors);
        }
    }

    private static void Validate(HPAScalingPolicy policy, FieldPath path, FieldErrors errors)
    {
        if (policy.Type is not ("Pods" or "Percent"))
        {
            errors.NotSupported(path.Child("type"), policy.Type, ["Percent", "Pods"]);
        }

        if (policy.Value <= 0)
        {
            errors.Invalid(path.Child("value"), policy.Value, "must be greater than zero");
        }

        switch (policy.PeriodSeconds)
        {
            case <= 0:
                errors.Invalid(path.Child("periodSeconds"), policy.PeriodSeconds, "must be greater than zero");
                break;
            case > MaxPeriod:
                errors.Invalid(path.Child("periodSeconds"), policy.PeriodSeconds, $"must be less than or equal to {MaxPeriod}");
                break;
        }
    }
}
