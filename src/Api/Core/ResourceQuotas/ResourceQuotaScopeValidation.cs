using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Core;

/// <summary>Scopes of quotas: known, free of contradiction, and of use for what is limited.</summary>
internal static class ResourceQuotaScopeValidation
{
    private const string Conflicting = "conflicting scopes";
    private const string NotForResource = "unsupported scope applied to resource";

    public static void ValidateScopes(ResourceQuotaSpec spec, FieldPath path, FieldErrors errors)
    {
        var field = path.Child("scopes");
        foreach (var scope in spec.Scopes ?? [])
        {
            if (!ResourceQuotaScopes.IsKnown(scope))
            {
                errors.Invalid(field, Shown(spec), "unsupported scope");
            }

            ForEachUncovered(spec, scope, () => errors.Invalid(field, Shown(spec), NotForResource));
        }

        ValidateConflicts(spec, (spec.Scopes ?? []).ToHashSet(), field, errors);
    }

    public static void ValidateSelector(ResourceQuotaSpec spec, FieldPath path, FieldErrors errors)
    {
        if (spec.ScopeSelector is not { } selector)
        {
            return;
        }

        var field = path.Child("scopeSelector").Child("matchExpressions");
        var requirements = selector.MatchExpressions ?? [];
        foreach (var requirement in requirements)
        {
            if (!ResourceQuotaScopes.IsKnown(requirement.ScopeName))
            {
                errors.Invalid(field.Child("scopeName"), requirement.ScopeName, "unsupported scope");
            }

            ForEachUncovered(spec, requirement.ScopeName, () => errors.Invalid(field, Shown(selector), NotForResource));
            ValidateOperator(requirement, field, errors);
        }

        ValidateConflicts(spec, requirements.Select(r => r.ScopeName).ToHashSet(), field, errors);
    }

    public static GoText Shown(ResourceQuotaSpec spec) => GoText.List("core.ResourceQuotaScope", spec.Scopes);

    private static void ValidateOperator(ScopedResourceSelectorRequirement requirement, FieldPath field, FieldErrors errors)
    {
        if (ResourceQuotaScopes.IsFlag(requirement.ScopeName) && requirement.Operator != "Exists")
        {
            errors.Invalid(
                field.Child("operator"), requirement.Operator,
                "must be 'Exists' when scope is any of ResourceQuotaScopeTerminating, ResourceQuotaScopeNotTerminating, ResourceQuotaScopeBestEffort, "
                + "ResourceQuotaScopeNotBestEffort or ResourceQuotaScopeCrossNamespacePodAffinity");
        }

        switch (requirement.Operator)
        {
            case "In" or "NotIn":
                if (requirement.Values is null or { Count: 0 })
                {
                    errors.Required(field.Child("values"), "must be at least one value when `operator` is 'In' or 'NotIn' for scope selector");
                }

                break;
            case "Exists" or "DoesNotExist":
                if (requirement.Values is { Count: > 0 })
                {
                    errors.Invalid(field.Child("values"), GoText.List("string", requirement.Values), "must be no value when `operator` is 'Exist' or 'DoesNotExist' for scope selector");
                }

                break;
            default:
                errors.Invalid(field.Child("operator"), requirement.Operator, "not a valid selector operator");
                break;
        }
    }

    private static void ValidateConflicts(ResourceQuotaSpec spec, HashSet<string> scopes, FieldPath field, FieldErrors errors)
    {
        foreach (var _ in ResourceQuotaScopes.Contradictions.Where(pair => scopes.Contains(pair.One) && scopes.Contains(pair.Other)))
        {
            errors.Invalid(field, Shown(spec), Conflicting);
        }
    }

    private static void ForEachUncovered(ResourceQuotaSpec spec, string scope, Action report)
    {
        foreach (var _ in (spec.Hard?.Keys ?? []).Where(name => ResourceNames.IsQuota(name) && !ResourceQuotaScopes.Covers(scope, name)))
        {
            report();
        }
    }

    private static GoText Shown(ScopeSelector selector) => new(
        "core.ScopeSelector{MatchExpressions:[]core.ScopedResourceSelectorRequirement{"
        + string.Join(", ", (selector.MatchExpressions ?? []).Select(r =>
            $"core.ScopedResourceSelectorRequirement{{ScopeName:{GoText.Quote(r.ScopeName)}, Operator:{GoText.Quote(r.Operator)}, Values:{GoText.List("string", r.Values)}}}"))
        + "}}");
}
