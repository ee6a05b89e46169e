using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Storage;

/// <summary>Where volumes of a class may be: terms that differ, each with one list of values for a label.</summary>
internal static class TopologyValidation
{
    public static void Validate(IReadOnlyList<TopologySelectorTerm> terms, FieldPath path, FieldErrors errors)
    {
        // The list of those seen starts with an empty one for each term, so that a term that says nothing always counts as a repetition.
        List<Dictionary<string, HashSet<string>>> seen = [.. terms.Select(static _ => new Dictionary<string, HashSet<string>>())];
        foreach (var (i, term) in terms.Index())
        {
            var expressions = path.Index(i).Child("matchLabelExpressions");
            var values = Validate(term, expressions, errors);
            foreach (var _ in seen.Where(other => Same(other, values)))
            {
                errors.Duplicate(expressions, "");
            }

            seen.Add(values);
        }
    }

    private static Dictionary<string, HashSet<string>> Validate(TopologySelectorTerm term, FieldPath path, FieldErrors errors)
    {
        Dictionary<string, HashSet<string>> values = new(StringComparer.Ordinal);
        foreach (var (i, expression) in (term.MatchLabelExpressions ?? []).Index())
        {
            var distinct = ValidateValues(expression.Values ?? [], path.Index(i).Child("values"), errors);
            errors.InvalidAll(path.Index(i).Child("key"), expression.Key, LabelSyntax.QualifiedName(expression.Key));
            if (!values.TryAdd(expression.Key, distinct))
            {
                errors.Duplicate(path.Index(i).Child("key"), expression.Key);
                values[expression.Key] = distinct;
            }
        }

        return values;
    }

    private static HashSet<string> ValidateValues(IReadOnlyList<string> values, FieldPath path, FieldErrors errors)
    {
        if (values.Count == 0)
        {
            errors.Required(path);
        }

        HashSet<string> distinct = new(StringComparer.Ordinal);
        foreach (var (i, value) in values.Index())
        {
            if (!distinct.Add(value))
            {
                errors.Duplicate(path.Index(i), value);
            }
        }

        return distinct;
    }

    private static bool Same(Dictionary<string, HashSet<string>> a, Dictionary<string, HashSet<string>> b) =>
        a.Count == b.Count && a.All(e => b.TryGetValue(e.Key, out var values) && e.Value.SetEquals(values));
}
