using ActorKube.Api.Kinds;

namespace ActorKube.Api.AdmissionRegistration;

internal static class ValidatingAdmissionPolicyBindingKind
{
    public static readonly Kind<ValidatingAdmissionPolicyBinding> Kind = new()
    {
        Group = AdmissionRegistrationKinds.Group,
        Version = "v1",
        Name = "ValidatingAdmissionPolicyBinding",
        Plural = "validatingadmissionpolicybindings",
        Categories = [AdmissionRegistrationKinds.Category],
        Namespaced = false,
        HasGeneration = true,
        UnconditionalUpdate = false,
        Spec = static binding => binding.Spec,
        OnDefault = static binding => binding with
        {
            Spec = binding.Spec with { MatchResources = MatchResourcesDefaults.Apply(binding.Spec.MatchResources) },
        },
        OnValidate = ValidatingAdmissionPolicyBindingValidation.Validate,
        TableColumns =
        [
            Column<ValidatingAdmissionPolicyBinding>.NameColumn,
            new("PolicyName", "Policy that the binding puts to work.", static b => b.Spec.PolicyName ?? ""),
            new("ParamRef", "Object that parameterises the policy.", static b => Param(b.Spec.ParamRef)),
            Column<ValidatingAdmissionPolicyBinding>.AgeColumn,
        ],
    };

    private static string Param(ParamRef? reference) => reference switch
    {
        { Name: { } name } => $"{reference.Namespace ?? "*"}/{name}",
        { Selector: { } selector } => ParamSelectorText.Of(selector),
        _ => "<unset>",
    };
}
