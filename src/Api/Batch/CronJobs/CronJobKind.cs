using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Batch;

internal static class CronJobKind
{
    public static readonly Kind<CronJob> Kind = new()
    {
        Group = "batch",
        Version = "v1",
        Name = "CronJob",
        Plural = "cronjobs",
        ShortNames = ["cj"],
        Categories = ["all"],
        HasStatus = true,
        HasGeneration = true,
        Spec = static value => value.Spec,
        OnDefault = CronJobDefaults.Apply,
        OnCreate = static value => Enabled(value) with { Status = new() },
        OnUpdate = static (next, previous) => Enabled(next) with { Status = previous.Status },
        OnStatusUpdate = static (next, previous) => next with { Spec = previous.Spec },
        OnValidate = CronJobValidation.Validate,
        OnValidateUpdate = CronJobValidation.ValidateUpdate,
        OnWarnings = CronJobWarnings.Of,
        TableColumns =
        [
            Column<CronJob>.NameColumn,
            new("Schedule", "When jobs are made.", static c => c.Spec.Schedule),
            new("Timezone", "Time zone of the schedule.", static c => c.Spec.TimeZone ?? "<none>"),
            new("Suspend", "boolean", "", "No jobs are made for now.", 0, static (c, _) => Suspended(c.Spec.Suspend)),
            WorkloadColumns.Count<CronJob>("Active", "Jobs that run.", static c => c.Status.Active?.Count ?? 0),
            new("Last Schedule", "string", "", "Time since a job was last made.", 0,
                static (c, now) => c.Status.LastScheduleTime is { } last ? Ages.Since(last, now) : "<none>"),
            Column<CronJob>.AgeColumn,
            WorkloadColumns.Containers<CronJob>(static c => c.Spec.JobTemplate.Spec.Template),
            WorkloadColumns.Images<CronJob>(static c => c.Spec.JobTemplate.Spec.Template),
            WorkloadColumns.Selector<CronJob>(static c => SelectorText.Of(c.Spec.JobTemplate.Spec.Selector)),
        ],
    };

    private static string Suspended(bool? value) => value switch
    {
        true => "True",
        false => "False",
        null => "<unset>",
    };

    private static CronJob Enabled(CronJob value)
    {
        var job = value.Spec.JobTemplate;
        return value with
        {
            Spec = value.Spec with
            {
                JobTemplate = job with { Spec = job.Spec with { Template = PodFeatures.DropDisabled(job.Spec.Template) } },
            },
        };
    }
}
