using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;

namespace ActorKube.Api.AutoscalingV2;

internal static class MetricTargetValidation
{
    public static void Validate(MetricTarget target, FieldPath path, FieldErrors errors)
    {
        if (target.Type.Length == 0)
        {
            errors.Required(path.Child("type"), "must specify a metric target type");
        }

        if (target.Type is not ("Utilization" or "Value" or "AverageValue"))
        {
            errors.Invalid(path.Child("type"), target.Type, "must be either Utilization, Value, or AverageValue");
        }

        ValidatePositive(target.Value, path.Child("value"), errors);
        ValidatePositive(target.AverageValue, path.Child("averageValue"), errors);
        if (target.AverageUtilization < 1)
        {
            errors.Invalid(path.Child("averageUtilization"), target.AverageUtilization, "must be greater than 0");
        }
    }

    private static void ValidatePositive(Quantity? amount, FieldPath path, FieldErrors errors)
    {
        if (amount is { Sign: <= 0 } value)
        {
            errors.Invalid(path, GoText.Of(value), "must be positive");
        }
    }
}
