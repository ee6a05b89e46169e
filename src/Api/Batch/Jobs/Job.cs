using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Batch;

[ApiType("io.k8s.api.batch.v1.Job")]
public sealed partial record Job : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(2)]
    public JobSpec Spec { get; init; } = new();

    [Field(3)]
    public JobStatus Status { get; init; } = new();
}
