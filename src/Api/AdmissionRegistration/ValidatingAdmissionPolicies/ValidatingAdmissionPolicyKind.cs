using ActorKube.Api.Kinds;

namespace ActorKube.Api.AdmissionRegistration;

internal static class ValidatingAdmissionPolicyKind
{
    public static readonly Kind<ValidatingAdmissionPolicy> Kind = new()
    {
        Group = AdmissionRegistrationKinds.Group,
        Version = "v1",
        Name = "ValidatingAdmissionPolicy",
        Plural = "validatingadmissionpolicies",
        Categories = [AdmissionRegistrationKinds.Category],
        Namespaced = false,
        HasStatus = true,
        HasGeneration = true,
        UnconditionalUpdate = false,
        Spec = static policy => policy.Spec,
        OnDefault = static policy => policy with
        {
            Spec = policy.Spec with
            {
                FailurePolicy = policy.Spec.FailurePolicy ?? "Fail",
                MatchConstraints = MatchResourcesDefaults.Apply(policy.Spec.MatchConstraints),
            },
        },
        OnCreate = static policy => policy with { Status = new() },
        OnUpdate = static (next, previous) => next with { Status = previous.Status },
        // A status write changes no metadata.
        OnStatusUpdate = static (next, previous) => previous with { Status = next.Status },
        OnValidate = static (policy, errors) => ValidatingAdmissionPolicyValidation.Validate(policy, errors, ignoreMatchConditions: false),
        OnValidateUpdate = ValidatingAdmissionPolicyValidation.ValidateUpdate,
        OnValidateStatusUpdate = static (next, _, errors) => ValidatingAdmissionPolicyStatusValidation.Validate(next.Status, errors),
        TableColumns =
        [
            Column<ValidatingAdmissionPolicy>.NameColumn,
            new("Validations", "integer", "", "Number of validations.", 0, static (p, _) => p.Spec.Validations?.Count ?? 0),
            new("ParamKind", "Kind of the objects that parameterise the policy.",
                static p => p.Spec.ParamKind is { } kind ? $"{kind.ApiVersion}/{kind.Kind}" : "<unset>"),
            Column<ValidatingAdmissionPolicy>.AgeColumn,
        ],
    };
}
