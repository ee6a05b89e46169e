using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Selectors;

namespace ActorKube.Api.Apps;

/// <summary>The selector of a Deployment, ReplicaSet or StatefulSet: it has to be there, to be valid and to select something.</summary>
internal static class SelectorRules
{
    /// <param name="spec">Path of the specification that holds the selector.</param>
    /// <param name="kind">Kind that the message about an empty selector names.</param>
    /// <param name="invalid">Message about a selector that can't be read.</param>
    /// <returns>What it selects: nothing when it is absent. Null when it can't be read.</returns>
    public static LabelQuery? Validate(LabelSelector? selector, FieldPath spec, FieldErrors errors, string kind, string invalid)
    {
        var path = spec.Child("selector");
        if (selector is null)
        {
            errors.Required(path);
            return LabelQuery.Nothing;
        }

        LabelSelectorValidation.Validate(selector, path, errors);
        if (WorkloadSelectors.IsEmpty(selector))
        {
            errors.Invalid(path, WorkloadGoText.Of(selector), $"empty selector is invalid for {kind}");
        }

        var query = WorkloadSelectors.Query(selector);
        if (query is null)
        {
            errors.Add(new FieldError(
                CauseReason.Invalid, path.ToString(), $"Invalid value: {WorkloadGoText.Of(selector)}{(invalid.Length == 0 ? "" : ": " + invalid)}"));
        }

        return query;
    }

    /// <summary>Pods of an old selector would be lost.</summary>
    public static void Immutable(LabelSelector? next, LabelSelector? previous, FieldPath spec, FieldErrors errors) =>
        FieldRules.Immutable(next, previous, spec.Child("selector"), errors, WorkloadGoText.Of(next));
}
