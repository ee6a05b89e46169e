using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Batch;

/// <summary>Pods that a Job runs, how many, and what to do on failure.</summary>
[ApiType("io.k8s.api.batch.v1.JobSpec")]
public sealed partial record JobSpec
{
    /// <summary>Most Pods to run at a time; default 1. 0 pauses the Job.</summary>
    [Field(1)]
    public int? Parallelism { get; init; }

    /// <summary>
    /// Pods that must succeed; default 1 if <c>parallelism</c> is absent too. Absent otherwise: one success ends the Job, once all Pods stop.
    /// </summary>
    [Field(2)]
    public int? Completions { get; init; }

    /// <summary>Seconds from the start after which the Job is stopped and fails, also while Pods retry. Positive; absent means no limit.</summary>
    [Field(3)]
    public long? ActiveDeadlineSeconds { get; init; }

    /// <summary>Rules that decide per failed Pod: fail the Job, ignore or count the failure. Needs <c>restartPolicy: Never</c>; immutable.</summary>
    [Field(11)]
    public PodFailurePolicy? PodFailurePolicy { get; init; }

    /// <summary>Rules by which an <c>Indexed</c> Job succeeds before all indexes have; absent asks for all of them. Immutable.</summary>
    [Field(16)]
    public SuccessPolicy? SuccessPolicy { get; init; }

    /// <summary>Failures before the Job fails; default 6. With <c>backoffLimitPerIndex</c> practically unlimited.</summary>
    [Field(7)]
    public int? BackoffLimit { get; init; }

    /// <summary>
    /// Failures allowed for each index before that index fails. For <c>Indexed</c> Jobs with <c>restartPolicy: Never</c>; immutable.
    /// </summary>
    [Field(12)]
    public int? BackoffLimitPerIndex { get; init; }

    /// <summary>With more failed indexes than this the whole Job fails; absent lets all indexes run. Needs <c>backoffLimitPerIndex</c>.</summary>
    [Field(13)]
    public int? MaxFailedIndexes { get; init; }

    /// <summary>Labels of the Job's Pods; generated, so leave it alone unless <c>manualSelector</c> is set. Immutable.</summary>
    [Field(4)]
    public LabelSelector? Selector { get; init; }

    /// <summary><c>true</c> takes <c>selector</c> and the template's labels as you write them; a mistake seizes the Pods of others.</summary>
    [Field(5)]
    public bool? ManualSelector { get; init; }

    /// <summary>
    /// Pod to run; the restart policy must be <c>OnFailure</c> or <c>Never</c>. Immutable, save for placement before a suspended Job starts.
    /// </summary>
    [Field(6, Required = true)]
    public PodTemplateSpec Template { get; init; } = new();

    /// <summary>Seconds after the end at which the Job and its Pods are deleted; 0 at once, absent never.</summary>
    [Field(8)]
    public int? TtlSecondsAfterFinished { get; init; }

    /// <summary>
    /// <c>NonIndexed</c> (default) has equal Pods, <c>Indexed</c> gives each an index from 0 in <c>JOB_COMPLETION_INDEX</c> and its host name.
    /// Immutable.
    /// </summary>
    [Field(9, KeepEmpty = true, Enum = ["Indexed", "NonIndexed"])]
    public string? CompletionMode { get; init; }

    /// <summary><c>true</c> deletes the running Pods and makes none; resuming restarts the deadline. Default <c>false</c>.</summary>
    [Field(10)]
    public bool? Suspend { get; init; }

    /// <summary>
    /// When a Pod is replaced: <c>TerminatingOrFailed</c> (default), as soon as it is ending, or <c>Failed</c>, once it has ended. With
    /// <c>podFailurePolicy</c> only the latter.
    /// </summary>
    [Field(14, KeepEmpty = true, Enum = ["Failed", "TerminatingOrFailed"])]
    public string? PodReplacementPolicy { get; init; }

    /// <summary>
    /// Controller in charge; absent or <c>kubernetes.io/job-controller</c> is the built-in one, any other is left to the one named. Immutable.
    /// </summary>
    [Field(15, KeepEmpty = true)]
    public string? ManagedBy { get; init; }
}
