namespace ActorKube.Api.AdmissionRegistration;

/// <summary>The requests that a rule matches, whichever record it comes from.</summary>
internal sealed record RuleFields(
    IReadOnlyList<string> Operations, IReadOnlyList<string> ApiGroups, IReadOnlyList<string> ApiVersions, IReadOnlyList<string> Resources, string? Scope)
{
    public static RuleFields Of(RuleWithOperations rule) =>
        new(rule.Operations ?? [], rule.ApiGroups ?? [], rule.ApiVersions ?? [], rule.Resources ?? [], rule.Scope);

    public static RuleFields Of(NamedRuleWithOperations rule) =>
        new(rule.Operations ?? [], rule.ApiGroups ?? [], rule.ApiVersions ?? [], rule.Resources ?? [], rule.Scope);
}
