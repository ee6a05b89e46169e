using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Rbac;

/// <summary>A rule grants verbs on resources, or, across the cluster, on paths that are no resources.</summary>
internal static class PolicyRuleValidation
{
    public static void Validate(IReadOnlyList<PolicyRule>? rules, bool namespaced, FieldErrors errors)
    {
        foreach (var (i, rule) in (rules ?? []).Index())
        {
            Validate(rule, namespaced, FieldPath.Of("rules").Index(i), errors);
        }
    }

    private static void Validate(PolicyRule rule, bool namespaced, FieldPath path, FieldErrors errors)
    {
        if (rule.Verbs is not { Count: > 0 })
        {
            errors.Required(path.Child("verbs"), "verbs must contain at least one value");
        }

        if (rule.NonResourceURLs is { Count: > 0 } urls)
        {
            ValidateUrls(rule, urls, namespaced, path.Child("nonResourceURLs"), errors);
            return;
        }

        if (rule.ApiGroups is not { Count: > 0 })
        {
            errors.Required(path.Child("apiGroups"), "resource rules must supply at least one api group");
        }

        if (rule.Resources is not { Count: > 0 })
        {
            errors.Required(path.Child("resources"), "resource rules must supply at least one resource");
        }
    }

    private static void ValidateUrls(PolicyRule rule, IReadOnlyList<string> urls, bool namespaced, FieldPath path, FieldErrors errors)
    {
        if (namespaced)
        {
            errors.Invalid(path, GoText.List("string", urls), "namespaced rules cannot apply to non-resource URLs");
        }

        if (rule is { ApiGroups.Count: > 0 } or { Resources.Count: > 0 } or { ResourceNames.Count: > 0 })
        {
            errors.Invalid(path, GoText.List("string", urls), "rules cannot apply to both regular resources and non-resource URLs");
        }
    }
}
