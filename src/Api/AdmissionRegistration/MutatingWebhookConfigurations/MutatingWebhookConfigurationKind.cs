using ActorKube.Api.Kinds;

namespace ActorKube.Api.AdmissionRegistration;

internal static class MutatingWebhookConfigurationKind
{
    public static readonly Kind<MutatingWebhookConfiguration> Kind = new()
    {
        Group = AdmissionRegistrationKinds.Group,
        Version = "v1",
        Name = "MutatingWebhookConfiguration",
        Plural = "mutatingwebhookconfigurations",
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
            Column<MutatingWebhookConfiguration>.NameColumn,
            new("Webhooks", "integer", "", "Number of webhooks.", 0, static (value, _) => value.Webhooks?.Count ?? 0),
            Column<MutatingWebhookConfiguration>.AgeColumn,
        ],
    };

    private static IReadOnlyList<WebhookFields> Hooks(MutatingWebhookConfiguration value) => [.. (value.Webhooks ?? []).Select(WebhookFields.Of)];
}
