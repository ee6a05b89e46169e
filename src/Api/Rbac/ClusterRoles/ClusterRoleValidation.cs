using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Selectors;

namespace ActorKube.Api.Rbac;

internal static class ClusterRoleValidation
{
    private static readonly FieldPath Selectors = FieldPath.Of("aggregationRule").Child("clusterRoleSelectors");

    /// <summary>Kubernetes checks an update twice; clients see each cause twice.</summary>
    public static void ValidateUpdate(ClusterRole next, ClusterRole previous, FieldErrors errors)
    {
        var allowInvalidValues = (previous.AggregationRule?.ClusterRoleSelectors ?? []).Any(LabelSelectorValidation.HasInvalidValue);
        Validate(next, errors, allowInvalidValues);
        Validate(next, errors, allowInvalidValues);
    }

    public static void Validate(ClusterRole role, FieldErrors errors, bool allowInvalidValues)
    {
        PolicyRuleValidation.Validate(role.Rules, namespaced: false, errors);
        if (role.AggregationRule is not { } aggregation)
        {
            return;
        }

        if (aggregation.ClusterRoleSelectors is not { Count: > 0 })
        {
            errors.Required(Selectors, "at least one clusterRoleSelector required if aggregationRule is non-nil");
        }

        foreach (var (i, selector) in (aggregation.ClusterRoleSelectors ?? []).Index())
        {
            LabelSelectorValidation.Validate(selector, Selectors.Index(i), errors, allowInvalidValues);
            if (!CanSelect(selector))
            {
                errors.Invalid(Selectors.Index(i), "null", "invalid label selector.");
            }
        }
    }

    private static bool CanSelect(LabelSelector selector)
    {
        try
        {
            LabelQuery.FromSpec(selector.MatchLabels, selector.MatchExpressions?.Select(e => new LabelExpression(e.Key, e.Operator, e.Values)));
            return true;
        }
        catch (SelectorException)
        {
            return false;
        }
    }
}
