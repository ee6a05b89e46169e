namespace ActorKube.Api.AdmissionRegistration;

internal static class WebhookDefaults
{
    /// <summary>In seconds.</summary>
    private const int Timeout = 10;

    private const int HttpsPort = 443;

    public static ValidatingWebhook Apply(ValidatingWebhook hook) => hook with
    {
        FailurePolicy = hook.FailurePolicy ?? "Fail",
        MatchPolicy = hook.MatchPolicy ?? "Equivalent",
        NamespaceSelector = hook.NamespaceSelector ?? new(),
        ObjectSelector = hook.ObjectSelector ?? new(),
        TimeoutSeconds = hook.TimeoutSeconds ?? Timeout,
        Rules = Apply(hook.Rules),
        ClientConfig = Apply(hook.ClientConfig),
    };

    public static MutatingWebhook Apply(MutatingWebhook hook) => hook with
    {
        FailurePolicy = hook.FailurePolicy ?? "Fail",
        MatchPolicy = hook.MatchPolicy ?? "Equivalent",
        NamespaceSelector = hook.NamespaceSelector ?? new(),
        ObjectSelector = hook.ObjectSelector ?? new(),
        TimeoutSeconds = hook.TimeoutSeconds ?? Timeout,
        ReinvocationPolicy = hook.ReinvocationPolicy ?? "Never",
        Rules = Apply(hook.Rules),
        ClientConfig = Apply(hook.ClientConfig),
    };

    private static RuleWithOperations[]? Apply(IReadOnlyList<RuleWithOperations>? rules) =>
        rules?.Select(rule => rule with { Scope = rule.Scope ?? "*" }).ToArray();

    private static WebhookClientConfig Apply(WebhookClientConfig config) => config.Service is { Port: null } service
        ? config with { Service = service with { Port = HttpsPort } }
        : config;
}
