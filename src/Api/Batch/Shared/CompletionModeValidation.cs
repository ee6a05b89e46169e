using System.Globalization;
using ActorKube.Api.Errors;

namespace ActorKube.Api.Batch;

/// <summary>What depends on whether a Job is indexed. Limits keep the list of indexes in its status short enough to store.</summary>
internal static class CompletionModeValidation
{
    private const int MaxParallelism = 100_000;
    private const int MaxFailedIndexes = 100_000;

    /// <summary>Completions above which the two limits below hold for jobs that count retries per index.</summary>
    private const int ManyCompletions = 100_000;
    private const int MaxParallelismOfMany = 10_000;
    private const int MaxFailedIndexesOfMany = 10_000;

    public static void Validate(JobSpec spec, FieldPath path, FieldErrors errors)
    {
        switch (spec.CompletionMode)
        {
            case CompletionModes.Indexed:
                Indexed(spec, path, errors);
                break;
            case null or CompletionModes.NonIndexed:
                OnlyIndexed(spec.BackoffLimitPerIndex, path.Child("backoffLimitPerIndex"), errors);
                OnlyIndexed(spec.MaxFailedIndexes, path.Child("maxFailedIndexes"), errors);
                break;
            default:
                errors.NotSupported(path.Child("completionMode"), spec.CompletionMode, [CompletionModes.NonIndexed, CompletionModes.Indexed]);
                break;
        }
    }

    private static void Indexed(JobSpec spec, FieldPath path, FieldErrors errors)
    {
        var (parallelism, failed) = (path.Child("parallelism"), path.Child("maxFailedIndexes"));
        if (spec.Completions is null)
        {
            errors.Required(path.Child("completions"), "when completion mode is Indexed");
        }

        AtMost(spec.Parallelism, MaxParallelism, " when completion mode is Indexed", parallelism, errors);
        if (spec.MaxFailedIndexes > spec.Completions)
        {
            errors.Invalid(failed, spec.MaxFailedIndexes, "must be less than or equal to completions");
        }

        AtMost(spec.MaxFailedIndexes, MaxFailedIndexes, "", failed, errors);
        if (spec.Completions is not > ManyCompletions || spec.BackoffLimitPerIndex is null)
        {
            return;
        }

        if (spec.MaxFailedIndexes is null)
        {
            errors.Required(failed, Text($"must be specified when completions is above {ManyCompletions}"));
        }

        var why = Text($" when completions are above {ManyCompletions} and used with backoff limit per index");
        AtMost(spec.Parallelism, MaxParallelismOfMany, why, parallelism, errors);
        AtMost(spec.MaxFailedIndexes, MaxFailedIndexesOfMany, why, failed, errors);
    }

    private static void OnlyIndexed(int? value, FieldPath path, FieldErrors errors)
    {
        if (value is not null)
        {
            errors.Invalid(path, value, "requires indexed completion mode");
        }
    }

    private static void AtMost(int? value, int limit, string why, FieldPath path, FieldErrors errors)
    {
        if (value > limit)
        {
            errors.Invalid(path, value, Text($"must be less than or equal to {limit}{why}"));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
