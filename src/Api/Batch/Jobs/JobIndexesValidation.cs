using System.Globalization;
using ActorKube.Api.Errors;

namespace ActorKube.Api.Batch;

/// <summary>The indexes that a Job's status lists as completed or failed.</summary>
internal static class JobIndexesValidation
{
    private static readonly FieldPath Completed = FieldPath.Of("status").Child("completedIndexes");
    private static readonly FieldPath Failed = FieldPath.Of("status").Child("failedIndexes");

    public static void Validate(Job job, JobStatusChange change, FieldErrors errors)
    {
        var (spec, completed, failed) = (job.Spec, job.Status.CompletedIndexes ?? "", job.Status.FailedIndexes);
        if (change.CompletedIndexes)
        {
            Readable(completed, spec.Completions, Completed, "completedIndexes", errors);
            if (completed.Length > 0 && !spec.IsIndexed())
            {
                errors.Invalid(Completed, completed, "cannot set non-empty completedIndexes when non-indexed completion mode");
            }
        }

        if (failed is null)
        {
            return;
        }

        if (change.FailedIndexes)
        {
            if (spec.BackoffLimitPerIndex is null)
            {
                errors.Invalid(Failed, failed, "cannot set non-null failedIndexes when backoffLimitPerIndex is null");
            }
            else
            {
                Readable(failed, spec.Completions, Failed, "failedIndexes", errors);
            }
        }

        if ((change.FailedIndexes || change.CompletedIndexes) && spec.Completions is { } completions
            && JobIndexes.Overlap(completed, failed, completions) is { } both)
        {
            errors.Invalid(Failed, failed, string.Create(CultureInfo.InvariantCulture, $"failedIndexes and completedIndexes overlap at index: {both}"));
        }
    }

    private static void Readable(string indexes, int? completions, FieldPath path, string name, FieldErrors errors)
    {
        if (completions is { } limit && !JobIndexes.TryCount(indexes, limit, out _, out var error))
        {
            errors.Invalid(path, indexes, $"error parsing {name}: {error}");
        }
    }
}
