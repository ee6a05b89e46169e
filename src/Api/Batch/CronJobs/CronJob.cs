using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Batch;

[ApiType("io.k8s.api.batch.v1.CronJob")]
public sealed partial record CronJob : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(2)]
    public CronJobSpec Spec { get; init; } = new();

    [Field(3)]
    public CronJobStatus Status { get; init; } = new();
}
