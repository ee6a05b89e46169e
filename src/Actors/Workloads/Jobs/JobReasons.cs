namespace ActorKube.Actors.Workloads.Jobs;

/// <summary>Reasons of a Job's conditions, which are those of its Events as well.</summary>
internal static class JobReasons
{
    public const string BackoffLimitExceeded = "BackoffLimitExceeded";
    public const string DeadlineExceeded = "DeadlineExceeded";
    public const string PodFailurePolicy = "PodFailurePolicy";
    public const string MaxFailedIndexesExceeded = "MaxFailedIndexesExceeded";
    public const string FailedIndexes = "FailedIndexes";
    public const string SuccessPolicy = "SuccessPolicy";
    public const string CompletionsReached = "CompletionsReached";
    public const string Suspended = "JobSuspended";
    public const string Resumed = "JobResumed";
}
