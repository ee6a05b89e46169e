using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>A rule names operations, groups, versions and resources; a star stands alone.</summary>
internal static class RuleValidation
{
    private static readonly string[] Operations = ["*", "CONNECT", "CREATE", "DELETE", "UPDATE"];

    public static void Validate(RuleFields rule, FieldPath path, FieldErrors errors)
    {
        ValidateOperations(rule.Operations, path.Child("operations"), errors);
        ValidateList(rule.ApiGroups, "API groups", path.Child("apiGroups"), errors);
        ValidateList(rule.ApiVersions, "API versions", path.Child("apiVersions"), errors);
        foreach (var (i, version) in rule.ApiVersions.Index())
        {
            if (version.Length == 0)
            {
                errors.Required(path.Child("apiVersions").Index(i));
            }
        }

        RuleResourceValidation.Validate(rule.Resources, path.Child("resources"), errors);
        WebhookValidation.OneOf(rule.Scope, ["*", "Cluster", "Namespaced"], path.Child("scope"), errors);
    }

    private static void ValidateOperations(IReadOnlyList<string> operations, FieldPath path, FieldErrors errors)
    {
        if (operations.Count == 0)
        {
            errors.Required(path);
        }

        if (operations.Count > 1 && operations.Contains("*"))
        {
            errors.Invalid(path, GoText.List("admissionregistration.OperationType", operations), "if '*' is present, must not specify other operations");
        }

        foreach (var (i, operation) in operations.Index())
        {
            WebhookValidation.OneOf(operation, Operations, path.Index(i), errors);
        }
    }

    private static void ValidateList(IReadOnlyList<string> values, string what, FieldPath path, FieldErrors errors)
    {
        if (values.Count == 0)
        {
            errors.Required(path);
        }

        if (values.Count > 1 && values.Contains("*"))
        {
            errors.Invalid(path, GoText.List("string", values), $"if '*' is present, must not specify other {what}");
        }
    }
}
