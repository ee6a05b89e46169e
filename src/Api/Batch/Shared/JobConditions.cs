using ActorKube.Api.Core;

namespace ActorKube.Api.Batch;

/// <summary>Types of a Job's conditions, and what they say of it.</summary>
public static class JobConditions
{
    public const string Suspended = "Suspended";
    public const string Complete = "Complete";
    public const string Failed = "Failed";

    /// <summary>The Job will fail once its pods have ended.</summary>
    public const string FailureTarget = "FailureTarget";

    /// <summary>The Job will be complete once its pods have ended.</summary>
    public const string SuccessCriteriaMet = "SuccessCriteriaMet";

    public static bool Is(this Job job, string type) => Has(job, type, ConditionStatus.True);

    public static bool IsNot(this Job job, string type) => Has(job, type, ConditionStatus.False);

    /// <summary>Complete or failed, which is for ever.</summary>
    public static bool IsFinished(this Job job) => job.Is(Complete) || job.Is(Failed);

    /// <summary>Somebody else looks after it: it and its pods are left alone.</summary>
    public static bool IsManagedElsewhere(this JobSpec spec) => spec.ManagedBy is not (null or JobManagers.BuiltIn);

    public static bool IsIndexed(this JobSpec spec) => spec.CompletionMode == CompletionModes.Indexed;

    private static bool Has(Job job, string type, string status) => job.Status.Conditions?.Any(c => c.Type == type && c.Status == status) ?? false;
}
