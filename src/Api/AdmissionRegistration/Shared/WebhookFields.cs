using ActorKube.Api.Meta;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>What both kinds of webhooks have, and how a changing one is called again; for the rules that they share.</summary>
internal sealed record WebhookFields
{
    public required string Name { get; init; }

    public required WebhookClientConfig ClientConfig { get; init; }

    public required IReadOnlyList<RuleWithOperations>? Rules { get; init; }

    public required string? FailurePolicy { get; init; }

    public required string? MatchPolicy { get; init; }

    public required LabelSelector? NamespaceSelector { get; init; }

    public required LabelSelector? ObjectSelector { get; init; }

    public required string? SideEffects { get; init; }

    public required int? TimeoutSeconds { get; init; }

    public required IReadOnlyList<string>? AdmissionReviewVersions { get; init; }

    public required IReadOnlyList<MatchCondition>? MatchConditions { get; init; }

    public string? ReinvocationPolicy { get; init; }

    public static WebhookFields Of(ValidatingWebhook hook) => new()
    {
        Name = hook.Name,
        ClientConfig = hook.ClientConfig,
        Rules = hook.Rules,
        FailurePolicy = hook.FailurePolicy,
        MatchPolicy = hook.MatchPolicy,
        NamespaceSelector = hook.NamespaceSelector,
        ObjectSelector = hook.ObjectSelector,
        SideEffects = hook.SideEffects,
        TimeoutSeconds = hook.TimeoutSeconds,
        AdmissionReviewVersions = hook.AdmissionReviewVersions,
        MatchConditions = hook.MatchConditions,
    };

    public static WebhookFields Of(MutatingWebhook hook) => new()
    {
        Name = hook.Name,
        ClientConfig = hook.ClientConfig,
        Rules = hook.Rules,
        FailurePolicy = hook.FailurePolicy,
        MatchPolicy = hook.MatchPolicy,
        NamespaceSelector = hook.NamespaceSelector,
        ObjectSelector = hook.ObjectSelector,
        SideEffects = hook.SideEffects,
        TimeoutSeconds = hook.TimeoutSeconds,
        AdmissionReviewVersions = hook.AdmissionReviewVersions,
        MatchConditions = hook.MatchConditions,
        ReinvocationPolicy = hook.ReinvocationPolicy,
    };
}
