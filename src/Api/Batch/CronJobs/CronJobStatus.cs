using ActorKube.Api.Core;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Batch;

/// <summary>Jobs that a CronJob runs now, and when it last ran.</summary>
[ApiType("io.k8s.api.batch.v1.CronJobStatus")]
public sealed partial record CronJobStatus
{
    /// <summary>Jobs of this CronJob that haven't finished yet.</summary>
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<ObjectReference>? Active { get; init; }

    /// <summary>Scheduled time of the last run that started.</summary>
    [Field(4)]
    public DateTimeOffset? LastScheduleTime { get; init; }

    /// <summary>When one of its Jobs last finished with success.</summary>
    [Field(5)]
    public DateTimeOffset? LastSuccessfulTime { get; init; }
}
