using System.Globalization;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;

namespace ActorKube.Api.Batch;

internal static class JobKind
{
    public static readonly Kind<Job> Kind = new()
    {
        Group = "batch",
        Version = "v1",
        Name = "Job",
        Plural = "jobs",
        Categories = ["all"],
        HasStatus = true,
        HasGeneration = true,

        // As the first version of the API did.
        OrphansByDefault = true,
        Spec = static value => value.Spec,
        OnDefault = JobDefaults.Apply,
        OnCreate = static value => JobSelector.Generate(Enabled(value) with { Status = new() }),
        OnUpdate = static (next, previous) => Enabled(next) with { Status = previous.Status },
        OnStatusUpdate = static (next, previous) => next with { Spec = previous.Spec },
        OnValidate = JobValidation.Validate,
        OnValidateUpdate = JobUpdateValidation.Validate,
        OnValidateStatusUpdate = JobStatusTransitions.Validate,
        OnWarnings = static (value, previous) => JobWarnings.Of(value, previous, static j => j.Spec, FieldPath.Of("spec")),
        TableColumns = JobColumns.All,
        FieldSelectors = new Dictionary<string, Func<Job, string>>
        {
            ["status.successful"] = static job => job.Status.Succeeded.ToString(CultureInfo.InvariantCulture),
        },
    };

    private static Job Enabled(Job value) => value with
    {
        Spec = value.Spec with { Template = PodFeatures.DropDisabled(value.Spec.Template) },
    };
}
