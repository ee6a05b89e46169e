using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>Hook that may refuse requests but not change them.</summary>
[ApiType("io.k8s.api.admissionregistration.v1.ValidatingWebhook")]
public sealed partial record ValidatingWebhook
{
    /// <summary>Full name of the hook, such as <c>check.example.com</c>; unique in the configuration.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>How the server reaches the hook: by URL or through a Service.</summary>
    [Field(2, Required = true)]
    public WebhookClientConfig ClientConfig { get; init; } = new();

    /// <summary>Requests that are sent to the hook; one match is enough. The configuration kinds of webhooks themselves are never sent.</summary>
    [Field(3, List = ListType.Atomic)]
    public IReadOnlyList<RuleWithOperations>? Rules { get; init; }

    /// <summary>What follows an error or timeout of the call: <c>Fail</c> (default) refuses the request, <c>Ignore</c> goes on without.</summary>
    [Field(4, KeepEmpty = true, Enum = ["Fail", "Ignore"])]
    public string? FailurePolicy { get; init; }

    /// <summary>
    /// <c>Equivalent</c> (default) also catches requests through another version or group of the resource, <c>Exact</c> only those that rules name.
    /// </summary>
    [Field(9, KeepEmpty = true, Enum = ["Equivalent", "Exact"])]
    public string? MatchPolicy { get; init; }

    /// <summary>Labels of the namespace of the object; default all. A cluster-wide object other than a Namespace always matches.</summary>
    [Field(5)]
    public LabelSelector? NamespaceSelector { get; init; }

    /// <summary>Labels of the new or the old object; default all. Users can set labels, so don't guard anything with it.</summary>
    [Field(10)]
    public LabelSelector? ObjectSelector { get; init; }

    /// <summary><c>None</c>, or <c>NoneOnDryRun</c> if the hook leaves them out in dry runs; nothing else is allowed.</summary>
    [Field(6, Required = true, KeepEmpty = true, Always = true, Enum = ["None", "NoneOnDryRun", "Some", "Unknown"])]
    public string? SideEffects { get; init; }

    /// <summary>Seconds to wait for the answer, 1 to 30; default 10.</summary>
    [Field(7)]
    public int? TimeoutSeconds { get; init; }

    /// <summary>
    /// Versions of <c>AdmissionReview</c> that the hook understands, in order of preference; the first that the server knows is sent.
    /// </summary>
    [Field(8, Required = true, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<string>? AdmissionReviewVersions { get; init; }

    /// <summary>Expressions, at most 64, that must all be true for the call to be made; an error counts by the failure policy.</summary>
    [Field(11, List = ListType.Map, Keys = ["name"], MergeKey = "name", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<MatchCondition>? MatchConditions { get; init; }
}
