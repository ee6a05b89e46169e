namespace ActorKube.Api.Batch;

/// <summary>What it takes for a Job to be complete.</summary>
public static class CompletionModes
{
    /// <summary>So many pods have succeeded.</summary>
    public const string NonIndexed = "NonIndexed";

    /// <summary>A pod has succeeded for each index.</summary>
    public const string Indexed = "Indexed";
}

/// <summary>When a Job replaces a pod.</summary>
public static class PodReplacementPolicies
{
    public const string Failed = "Failed";
    public const string TerminatingOrFailed = "TerminatingOrFailed";
}

/// <summary>What a rule of a pod failure policy does.</summary>
public static class FailurePolicyActions
{
    public const string Count = "Count";
    public const string FailIndex = "FailIndex";
    public const string FailJob = "FailJob";
    public const string Ignore = "Ignore";

    public static IReadOnlyList<string> All { get; } = [Count, FailIndex, FailJob, Ignore];
}

/// <summary>How a rule of a pod failure policy compares exit codes.</summary>
public static class ExitCodeOperators
{
    public const string In = "In";
    public const string NotIn = "NotIn";

    public static IReadOnlyList<string> All { get; } = [In, NotIn];
}

/// <summary>What a CronJob does when the last Job still runs.</summary>
public static class ConcurrencyPolicies
{
    public const string Allow = "Allow";
    public const string Forbid = "Forbid";
    public const string Replace = "Replace";
}

/// <summary>What marks the pods of a Job. The first two labels have older names that clients still use.</summary>
public static class JobLabels
{
    public const string ControllerUid = "batch.kubernetes.io/controller-uid";
    public const string JobName = "batch.kubernetes.io/job-name";
    public const string LegacyControllerUid = "controller-uid";
    public const string LegacyJobName = "job-name";
    public const string CompletionIndex = "batch.kubernetes.io/job-completion-index";
    public const string TrackingFinalizer = "batch.kubernetes.io/job-tracking";

    /// <summary>Annotation: how often its index had failed before this pod, as far as it counts.</summary>
    public const string IndexFailures = "batch.kubernetes.io/job-index-failure-count";

    /// <summary>Annotation: how often its index had failed before this pod without that being counted.</summary>
    public const string IndexIgnoredFailures = "batch.kubernetes.io/job-index-ignored-failure-count";
}

/// <summary>What marks the jobs of a CronJob.</summary>
public static class CronJobAnnotations
{
    /// <summary>The time for which the job was made, in the time zone of the schedule.</summary>
    public const string ScheduledTime = "batch.kubernetes.io/cronjob-scheduled-timestamp";
}

/// <summary>Who looks after a Job, by its <c>managedBy</c>.</summary>
public static class JobManagers
{
    public const string BuiltIn = "kubernetes.io/job-controller";
}
