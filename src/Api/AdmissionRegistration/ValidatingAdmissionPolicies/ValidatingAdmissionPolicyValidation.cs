using ActorKube.Api.Errors;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>The structure of policies. That expressions compile is checked where expressions are evaluated.</summary>
internal static class ValidatingAdmissionPolicyValidation
{
    private const string NothingToDo = "validations or auditAnnotations must contain at least one item";

    private static readonly FieldPath Spec = FieldPath.Of("spec");

    public static void ValidateUpdate(ValidatingAdmissionPolicy next, ValidatingAdmissionPolicy previous, FieldErrors errors) => Validate(
        next,
        errors,
        ApiEquality.Same(next.Spec.ParamKind, previous.Spec.ParamKind)
            && (next.Spec.MatchConditions ?? []).SequenceEqual(previous.Spec.MatchConditions ?? []));

    public static void Validate(ValidatingAdmissionPolicy policy, FieldErrors errors, bool ignoreMatchConditions)
    {
        var spec = policy.Spec;
        if (spec.FailurePolicy is null)
        {
            errors.Required(Spec.Child("failurePolicy"));
        }

        WebhookValidation.OneOf(spec.FailurePolicy, ["Fail", "Ignore"], Spec.Child("failurePolicy"), errors);
        if (spec.ParamKind is { } kind)
        {
            ParamKindValidation.Validate(kind, Spec.Child("paramKind"), errors);
        }

        ValidateConstraints(spec.MatchConstraints, Spec.Child("matchConstraints"), errors);
        if (!ignoreMatchConditions)
        {
            MatchConditionValidation.Validate(spec.MatchConditions ?? [], Spec.Child("matchConditions"), errors);
        }

        foreach (var (i, variable) in (spec.Variables ?? []).Index())
        {
            PolicyExpressionValidation.Validate(variable, Spec.Child("variables").Index(i), errors);
        }

        if (spec is { Validations: not { Count: > 0 }, AuditAnnotations: not { Count: > 0 } })
        {
            errors.Required(Spec.Child("validations"), NothingToDo);
            errors.Required(Spec.Child("auditAnnotations"), NothingToDo);
        }

        foreach (var (i, validation) in (spec.Validations ?? []).Index())
        {
            PolicyExpressionValidation.Validate(validation, Spec.Child("validations").Index(i), errors);
        }

        AuditAnnotationValidation.Validate(policy.Metadata.Name ?? "", spec.AuditAnnotations ?? [], Spec.Child("auditAnnotations"), errors);
    }

    private static void ValidateConstraints(MatchResources? match, FieldPath path, FieldErrors errors)
    {
        if (match is null)
        {
            errors.Required(path);
            return;
        }

        MatchResourcesValidation.Validate(match, path, errors);
        if (match.ResourceRules is not { Count: > 0 })
        {
            errors.Required(path.Child("resourceRules"));
        }
    }
}
