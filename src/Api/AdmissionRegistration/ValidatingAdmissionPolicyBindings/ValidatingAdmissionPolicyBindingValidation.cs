using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.AdmissionRegistration;

internal static class ValidatingAdmissionPolicyBindingValidation
{
    private static readonly FieldPath Spec = FieldPath.Of("spec");

    public static void Validate(ValidatingAdmissionPolicyBinding binding, FieldErrors errors)
    {
        if (binding.Spec.PolicyName is { } name)
        {
            errors.InvalidAll(Spec.Child("policyName"), name, DnsNames.Subdomain(name));
        }
        else
        {
            errors.Required(Spec.Child("policyName"));
        }

        if (binding.Spec.ParamRef is { } param)
        {
            ValidateParam(param, Spec.Child("paramRef"), errors);
        }

        if (binding.Spec.MatchResources is { } match)
        {
            MatchResourcesValidation.Validate(match, Spec.Child("matchResources"), errors);
        }

        ValidateActions(binding.Spec.ValidationActions ?? [], Spec.Child("validationActions"), errors);
    }

    private static void ValidateParam(ParamRef param, FieldPath path, FieldErrors errors)
    {
        const string Exclusive = "name and selector are mutually exclusive";
        if (param.Name is { } name)
        {
            errors.InvalidAll(path.Child("name"), name, Identifiers.PathSegment(name));
        }

        LabelSelectorValidation.Validate(param.Selector, path.Child("selector"), errors);
        switch (param)
        {
            case { Name: not null, Selector: not null }:
                errors.Forbidden(path.Child("name"), Exclusive);
                errors.Forbidden(path.Child("selector"), Exclusive);
                break;
            case { Name: null, Selector: null }:
                errors.Required(path, "one of name or selector must be specified");
                break;
        }

        if (string.IsNullOrEmpty(param.ParameterNotFoundAction))
        {
            errors.Required(path.Child("parameterNotFoundAction"));
        }
        else
        {
            WebhookValidation.OneOf(param.ParameterNotFoundAction, ["Deny", "Allow"], path.Child("parameterNotFoundAction"), errors);
        }
    }

    private static void ValidateActions(IReadOnlyList<string> actions, FieldPath path, FieldErrors errors)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var (i, action) in actions.Index())
        {
            WebhookValidation.OneOf(action, ["Audit", "Deny", "Warn"], path.Index(i), errors);
            if (!seen.Add(action))
            {
                errors.Duplicate(path.Index(i), action);
            }
        }

        if (seen.Contains("Deny") && seen.Contains("Warn"))
        {
            errors.Invalid(
                path,
                GoText.List("admissionregistration.ValidationAction", actions),
                "must not contain both Deny and Warn (repeating the same validation failure information in the API response and headers serves no purpose)");
        }

        if (actions.Count == 0)
        {
            errors.Required(path, "at least one validation action is required");
        }
    }
}
