using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.AdmissionRegistration;

[ApiType("io.k8s.api.admissionregistration.v1.MutatingWebhook")]
public sealed partial record MutatingWebhook
{
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    [Field(2, Required = true)]
    public WebhookClientConfig ClientConfig { get; init; } = new();

    [Field(3, List = ListType.Atomic)]
    public IReadOnlyList<RuleWithOperations>? Rules { get; init; }

    [Field(4, KeepEmpty = true)]
    public string? FailurePolicy { get; init; }

    [Field(9, KeepEmpty = true)]
    public string? MatchPolicy { get; init; }

    [Field(5)]
    public LabelSelector? NamespaceSelector { get; init; }

    [Field(11)]
    public LabelSelector? ObjectSelector { get; init; }

    [Field(6, Required = true, KeepEmpty = true, Always = true)]
    public string? SideEffects { get; init; }

    [Field(7)]
    public int? TimeoutSeconds { get; init; }

    [Field(8, Required = true, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<string>? AdmissionReviewVersions { get; init; }

    [Field(10, KeepEmpty = true)]
    public string? ReinvocationPolicy { get; init; }

    [Field(12, List = ListType.Map, Keys = ["name"], MergeKey = "name", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<MatchCondition>? MatchConditions { get; init; }
}
