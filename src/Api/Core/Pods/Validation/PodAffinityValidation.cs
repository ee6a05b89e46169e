using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>Terms by which pods keep near to, or away from, other pods.</summary>
internal static class PodAffinityValidation
{
    private const string Required = "requiredDuringSchedulingIgnoredDuringExecution";
    private const string Preferred = "preferredDuringSchedulingIgnoredDuringExecution";

    public static void Validate(Affinity affinity, FieldPath path, FieldErrors errors, bool allowInvalidValues)
    {
        if (affinity.PodAffinity is { } near)
        {
            Validate(near.RequiredDuringSchedulingIgnoredDuringExecution, near.PreferredDuringSchedulingIgnoredDuringExecution, path.Child("podAffinity"), errors, allowInvalidValues);
        }

        if (affinity.PodAntiAffinity is { } away)
        {
            Validate(away.RequiredDuringSchedulingIgnoredDuringExecution, away.PreferredDuringSchedulingIgnoredDuringExecution, path.Child("podAntiAffinity"), errors, allowInvalidValues);
        }
    }

    /// <summary>The terms of all four lists.</summary>
    public static IEnumerable<PodAffinityTerm> Terms(Affinity? affinity) =>
    [
        .. affinity?.PodAffinity?.RequiredDuringSchedulingIgnoredDuringExecution ?? [],
        .. (affinity?.PodAffinity?.PreferredDuringSchedulingIgnoredDuringExecution ?? []).Select(static t => t.PodAffinityTerm),
        .. affinity?.PodAntiAffinity?.RequiredDuringSchedulingIgnoredDuringExecution ?? [],
        .. (affinity?.PodAntiAffinity?.PreferredDuringSchedulingIgnoredDuringExecution ?? []).Select(static t => t.PodAffinityTerm),
    ];

    private static void Validate(
        IReadOnlyList<PodAffinityTerm>? required, IReadOnlyList<WeightedPodAffinityTerm>? preferred, FieldPath path, FieldErrors errors, bool allowInvalidValues)
    {
        for (var i = 0; i < required.OrEmpty().Count; i++)
        {
            Validate(required![i], path.Child(Required).Index(i), errors, allowInvalidValues);
        }

        for (var i = 0; i < preferred.OrEmpty().Count; i++)
        {
            var (term, at) = (preferred![i], path.Child(Preferred).Index(i));
            if (term.Weight is <= 0 or > 100)
            {
                errors.Invalid(at.Child("weight"), term.Weight, "must be in the range 1-100");
            }

            Validate(term.PodAffinityTerm, at.Child("podAffinityTerm"), errors, allowInvalidValues);
        }
    }

    private static void Validate(PodAffinityTerm term, FieldPath path, FieldErrors errors, bool allowInvalidValues)
    {
        LabelSelectorValidation.Validate(term.LabelSelector, path.Child("labelSelector"), errors, allowInvalidValues);
        LabelSelectorValidation.Validate(term.NamespaceSelector, path.Child("namespaceSelector"), errors, allowInvalidValues);
        foreach (var name in term.Namespaces.OrEmpty())
        {
            errors.AllInvalid(path.Child("namespace"), name, DnsNames.Label(name));
        }

        ValidateLabelKeys(term, path, errors);
        errors.Present(path.Child("topologyKey"), term.TopologyKey, "can not be empty");
        errors.LabelName(path.Child("topologyKey"), term.TopologyKey);
    }

    private static void ValidateLabelKeys(PodAffinityTerm term, FieldPath path, FieldErrors errors)
    {
        var (match, mismatch) = (term.MatchLabelKeys.OrEmpty(), term.MismatchLabelKeys.OrEmpty());
        ValidateKeys(match, term.LabelSelector, path.Child("matchLabelKeys"), errors);
        ValidateKeys(mismatch, term.LabelSelector, path.Child("mismatchLabelKeys"), errors);

        // At creation each key of matchLabelKeys has already put its own expression into the selector: one is expected, a second one is the client's.
        var selected = (term.LabelSelector?.MatchLabels.OrEmpty().Keys ?? []).ToHashSet(StringComparer.Ordinal);
        foreach (var expression in term.LabelSelector?.MatchExpressions.OrEmpty() ?? [])
        {
            var index = match.ToList().LastIndexOf(expression.Key);
            if (!selected.Add(expression.Key) && index >= 0)
            {
                errors.Invalid(path.Index(index), expression.Key, "exists in both matchLabelKeys and labelSelector");
            }
        }

        for (var i = 0; i < match.Count; i++)
        {
            if (mismatch.Contains(match[i]))
            {
                errors.Invalid(path.Child("matchLabelKeys").Index(i), match[i], "exists in both matchLabelKeys and mismatchLabelKeys");
            }
        }
    }

    private static void ValidateKeys(IReadOnlyList<string> keys, LabelSelector? selector, FieldPath path, FieldErrors errors)
    {
        if (keys.Count > 0 && selector is null)
        {
            errors.Forbidden(path, "must not be specified when labelSelector is not set");
            return;
        }

        for (var i = 0; i < keys.Count; i++)
        {
            errors.LabelName(path.Index(i), keys[i]);
        }
    }
}
