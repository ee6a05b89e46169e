using System.Globalization;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Batch;

internal static class SuccessPolicyValidation
{
    private const int MaxRules = 20;
    private const int MaxIndexesLength = 64 * 1024;

    /// <param name="path">Where the policy is.</param>
    public static void Validate(JobSpec spec, FieldPath path, FieldErrors errors)
    {
        if (spec.SuccessPolicy is not { } policy)
        {
            return;
        }

        if (!spec.IsIndexed())
        {
            errors.Invalid(path, Literal(policy), "requires indexed completion mode");
            return;
        }

        var (rules, rulesPath) = (policy.Rules.OrEmpty(), path.Child("rules"));
        if (rules.Count == 0)
        {
            errors.Required(rulesPath, "at least one rules must be specified when the successPolicy is specified");
        }

        if (rules.Count > MaxRules)
        {
            errors.TooMany(rulesPath, rules.Count, MaxRules);
        }

        for (var i = 0; i < rules.Count; i++)
        {
            // Without completions, which is an error of its own, there is no index that would do.
            Rule(rules[i], spec.Completions ?? 0, rulesPath.Index(i), errors);
        }
    }

    private static void Rule(SuccessPolicyRule rule, int completions, FieldPath path, FieldErrors errors)
    {
        if (rule is { SucceededCount: null, SucceededIndexes: null })
        {
            errors.Required(path, "at least one of succeededCount or succeededIndexes must be specified");
        }

        int? total = null;
        if (rule.SucceededIndexes is { } indexes)
        {
            var indexesPath = path.Child("succeededIndexes");
            if (SyntaxMessages.IsLonger(indexes, MaxIndexesLength))
            {
                errors.TooLong(indexesPath, MaxIndexesLength);
            }

            if (!JobIndexes.TryCount(indexes, completions, out var count, out var error))
            {
                errors.Invalid(indexesPath, indexes, $"error parsing succeededIndexes: {error}");
            }

            total = count;
        }

        var countPath = path.Child("succeededCount");
        FieldRules.NonNegative(rule.SucceededCount, countPath, errors);
        AtMost(rule.SucceededCount, completions, "the number of specified completions", countPath, errors);
        AtMost(rule.SucceededCount, total, "the number of indexes in the specified succeededIndexes field", countPath, errors);
    }

    private static void AtMost(int? value, int? limit, string what, FieldPath path, FieldErrors errors)
    {
        if (value > limit)
        {
            errors.Invalid(path, value, string.Create(CultureInfo.InvariantCulture, $"must be less than or equal to {limit} ({what})"));
        }
    }

    private static GoText Literal(SuccessPolicy policy) => new(
        $"batch.SuccessPolicy{{Rules:{WorkloadGoText.Items("batch.SuccessPolicyRule", policy.Rules, static r =>
            $"batch.SuccessPolicyRule{{SucceededIndexes:{GoText.Pointer("string", r.SucceededIndexes)}, "
                + $"SucceededCount:{GoText.Pointer("int32", r.SucceededCount)}}}")}}}");
}
