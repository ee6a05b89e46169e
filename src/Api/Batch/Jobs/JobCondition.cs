using ActorKube.Api.Schema;

namespace ActorKube.Api.Batch;

/// <summary>One aspect of a Job that holds or not.</summary>
[ApiType("io.k8s.api.batch.v1.JobCondition")]
public sealed partial record JobCondition
{
    /// <summary>
    /// <c>Suspended</c>, <c>Complete</c>, <c>Failed</c>, <c>SuccessCriteriaMet</c> or <c>FailureTarget</c>; the last two precede the end, while Pods
    /// still stop.
    /// </summary>
    [Field(1, Required = true)]
    public string Type { get; init; } = "";

    /// <summary>Whether the condition holds: <c>True</c>, <c>False</c>, or <c>Unknown</c> when that can't be told.</summary>
    [Field(2, Required = true)]
    public string Status { get; init; } = "";

    /// <summary>When the condition was last checked; often left empty.</summary>
    [Field(3, Always = true)]
    public DateTimeOffset? LastProbeTime { get; init; }

    /// <summary>When <c>status</c> last took another value; a new reason or message alone leaves the time as it is.</summary>
    [Field(4, Always = true)]
    public DateTimeOffset? LastTransitionTime { get; init; }

    /// <summary>CamelCase word for programs that says why the condition has its status.</summary>
    [Field(5)]
    public string? Reason { get; init; }

    /// <summary>Details of the present status in words, for people; may be empty.</summary>
    [Field(6)]
    public string? Message { get; init; }
}
