using ActorKube.Api.Schema;

namespace ActorKube.Api.Batch;

/// <summary>When to make Jobs, of which template, and what to do about overlaps.</summary>
[ApiType("io.k8s.api.batch.v1.CronJobSpec")]
public sealed partial record CronJobSpec
{
    /// <summary>Five cron fields (minute, hour, day, month, weekday), or a macro such as <c>@daily</c>. <c>TZ=</c> isn't allowed in it.</summary>
    [Field(1, Required = true)]
    public string Schedule { get; init; } = "";

    /// <summary>Zone that the schedule is meant in, such as <c>Europe/Berlin</c>; the controller's own when absent.</summary>
    [Field(8, KeepEmpty = true)]
    public string? TimeZone { get; init; }

    /// <summary>Seconds by which a Job may start late; missed runs beyond it are skipped. Absent means no limit.</summary>
    [Field(2)]
    public long? StartingDeadlineSeconds { get; init; }

    /// <summary>
    /// What to do while the last Job still runs: <c>Allow</c> (default) another, <c>Forbid</c> (skip the run) or <c>Replace</c> it.
    /// </summary>
    [Field(3, Enum = ["Allow", "Forbid", "Replace"])]
    public string? ConcurrencyPolicy { get; init; }

    /// <summary><c>true</c> makes no new Jobs; those that run go on. Default <c>false</c>.</summary>
    [Field(4)]
    public bool? Suspend { get; init; }

    /// <summary>Job to make at each run; its labels and spec.</summary>
    [Field(5, Required = true)]
    public JobTemplateSpec JobTemplate { get; init; } = new();

    /// <summary>Finished successful Jobs to keep; default 3, and 0 keeps none.</summary>
    [Field(6)]
    public int? SuccessfulJobsHistoryLimit { get; init; }

    /// <summary>Finished failed Jobs to keep; default 1, and 0 keeps none.</summary>
    [Field(7)]
    public int? FailedJobsHistoryLimit { get; init; }
}
