using ActorKube.Api.Kinds;

namespace ActorKube.Api.AdmissionRegistration;

internal static class ValidatingWebhookConfigurationKind
{
    public static readonly Kind<ValidatingWebhookConfiguration> Kind = new()
    {
        Group = AdmissionRegistrationKinds.Group,
        Version = "v1",
        Name = "ValidatingWebhookConfiguration",
        Plural = "validatingwebhookconfigurations",
        Categories = [AdmissionRegistrationKinds.Category],
        Namespaced = false,
        HasGeneration = true,
        UnconditionalUpdate = false,
        Spec = static value => value with { Kind = null, ApiVersion = null, Metadata = new() },
        OnDefault = static value => value with { Webhooks = value.Webhooks?.Select(WebhookDefaults.Apply).ToArray() },
        OnValidate = static (value, errors) => WebhookListValidation.Validate(Hooks(value), errors),
        OnValidateUpdate = static (next, previous, errors) => WebhookListValidation.ValidateUpdate(Hooks(next), Hooks(previous), errors),
        TableColumns =
        [
            Column<ValidatingWebhookConfiguration>.NameColumn,
            new("Webhooks", "integer", "", "Number of webhooks.", 0, static (value, _) => value.Webhooks?.Count ?? 0),
            Column<ValidatingWebhookConfiguration>.AgeColumn,
        ],
    };

    private static IReadOnlyList<WebhookFields> Hooks(ValidatingWebhookConfiguration value) => [.. (value.Webhooks ?? []).Select(WebhookFields.Of)];
}
