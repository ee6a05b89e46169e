namespace ActorKube.Api.AdmissionRegistration;

internal static class MatchResourcesDefaults
{
    public static MatchResources? Apply(MatchResources? match) => match is null ? null : match with
    {
        MatchPolicy = match.MatchPolicy ?? "Equivalent",
        NamespaceSelector = match.NamespaceSelector ?? new(),
        ObjectSelector = match.ObjectSelector ?? new(),
        ResourceRules = Apply(match.ResourceRules),
        ExcludeResourceRules = Apply(match.ExcludeResourceRules),
    };

    private static NamedRuleWithOperations[]? Apply(IReadOnlyList<NamedRuleWithOperations>? rules) =>
        rules?.Select(rule => rule with { Scope = rule.Scope ?? "*" }).ToArray();
}
