using ActorKube.Api.Core;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Batch;

[ApiType("io.k8s.api.batch.v1.CronJobStatus")]
public sealed partial record CronJobStatus
{
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<ObjectReference>? Active { get; init; }

    [Field(4)]
    public DateTimeOffset? LastScheduleTime { get; init; }

    [Field(5)]
    public DateTimeOffset? LastSuccessfulTime { get; init; }
}
