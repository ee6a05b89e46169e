using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Api.AdmissionRegistration;

internal static class ValidatingAdmissionPolicyStatusValidation
{
    private static readonly FieldPath Status = FieldPath.Of("status");

    public static void Validate(ValidatingAdmissionPolicyStatus status, FieldErrors errors)
    {
        var warnings = Status.Child("typeChecking").Child("expressionWarnings");
        foreach (var (i, warning) in (status.TypeChecking?.ExpressionWarnings ?? []).Index())
        {
            if (warning.Warning.Length == 0)
            {
                errors.Required(warnings.Index(i).Child("warning"));
            }

            if (string.IsNullOrWhiteSpace(warning.FieldRef))
            {
                errors.Required(warnings.Index(i).Child("fieldRef"));
            }
        }

        ConditionValidation.Validate(status.Conditions, Status.Child("conditions"), errors);
    }
}
