using ActorKube.Api.Meta;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>Rules that an update need not follow since the stored webhooks already break them.</summary>
internal sealed record WebhookTolerance
{
    public static readonly WebhookTolerance None = new();

    public bool SideEffects { get; init; }

    public bool UnknownReviewVersions { get; init; }

    public bool RepeatedNames { get; init; }

    public bool InvalidSelectorValues { get; init; }

    /// <summary>The conditions did not change: what was accepted stays accepted.</summary>
    public bool MatchConditions { get; init; }

    public static WebhookTolerance Of(IReadOnlyList<WebhookFields> next, IReadOnlyList<WebhookFields> previous) => new()
    {
        SideEffects = previous.Any(h => !WebhookValidation.HasNoSideEffects(h)),
        UnknownReviewVersions = previous.Any(h => h.AdmissionReviewVersions is { Count: > 0 } versions && !versions.Any(ReviewVersionValidation.IsKnown)),
        RepeatedNames = previous.Select(h => h.Name).Distinct().Count() < previous.Count,
        InvalidSelectorValues = previous.Any(h => LabelSelectorValidation.IsInvalid(h.NamespaceSelector) || LabelSelectorValidation.IsInvalid(h.ObjectSelector)),
        MatchConditions = next.Count == previous.Count
            && next.Zip(previous).All(p => (p.First.MatchConditions ?? []).SequenceEqual(p.Second.MatchConditions ?? [])),
    };
}
