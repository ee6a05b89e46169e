using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Core;

/// <summary>How pods are to spread over zones, racks or nodes.</summary>
internal static class TopologySpreadValidation
{
    public static void Validate(IReadOnlyList<TopologySpreadConstraint> constraints, FieldPath path, FieldErrors errors, bool allowInvalidSelectors)
    {
        for (var i = 0; i < constraints.Count; i++)
        {
            var (constraint, at) = (constraints[i], path.Index(i));
            if (constraint.MaxSkew <= 0)
            {
                errors.Invalid(at.Child("maxSkew"), constraint.MaxSkew, "must be greater than zero");
            }

            errors.Present(at.Child("topologyKey"), constraint.TopologyKey, "can not be empty");
            errors.OneOfOrEmpty(at.Child("whenUnsatisfiable"), constraint.WhenUnsatisfiable, "DoNotSchedule", "ScheduleAnyway");
            if (constraints.Skip(i + 1).Any(c => c.TopologyKey == constraint.TopologyKey && c.WhenUnsatisfiable == constraint.WhenUnsatisfiable))
            {
                errors.Duplicate(at.Child("{topologyKey, whenUnsatisfiable}"), $"{{{constraint.TopologyKey}, {constraint.WhenUnsatisfiable}}}");
            }

            ValidateMinDomains(constraint, at.Child("minDomains"), errors);
            errors.OneOfOrEmpty(at.Child("nodeAffinityPolicy"), constraint.NodeAffinityPolicy, "Honor", "Ignore");
            errors.OneOfOrEmpty(at.Child("nodeTaintsPolicy"), constraint.NodeTaintsPolicy, "Honor", "Ignore");
            ValidateLabelKeys(constraint, at.Child("matchLabelKeys"), errors);
            if (!allowInvalidSelectors)
            {
                LabelSelectorValidation.Validate(constraint.LabelSelector, at.Child("labelSelector"), errors);
            }
        }
    }

    private static void ValidateMinDomains(TopologySpreadConstraint constraint, FieldPath path, FieldErrors errors)
    {
        if (constraint.MinDomains is <= 0)
        {
            errors.Invalid(path, constraint.MinDomains, "must be greater than zero");
        }

        if (constraint.MinDomains is not null && constraint.WhenUnsatisfiable != "DoNotSchedule")
        {
            errors.Invalid(path, constraint.MinDomains, $"can only use minDomains if whenUnsatisfiable=DoNotSchedule, not {constraint.WhenUnsatisfiable}");
        }
    }

    private static void ValidateLabelKeys(TopologySpreadConstraint constraint, FieldPath path, FieldErrors errors)
    {
        var keys = constraint.MatchLabelKeys.OrEmpty();
        if (keys.Count > 0 && constraint.LabelSelector is null)
        {
            errors.Forbidden(path, "must not be specified when labelSelector is not set");
        }

        for (var i = 0; i < keys.Count; i++)
        {
            errors.LabelName(path.Index(i), keys[i]);
            if (constraint.LabelSelector is { } selector
                && (selector.MatchLabels.OrEmpty().ContainsKey(keys[i]) || selector.MatchExpressions.OrEmpty().Any(e => e.Key == keys[i])))
            {
                errors.Invalid(path.Index(i), keys[i], "exists in both matchLabelKeys and labelSelector");
            }
        }
    }
}
