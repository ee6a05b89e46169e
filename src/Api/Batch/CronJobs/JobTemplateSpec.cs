using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Batch;

[ApiType("io.k8s.api.batch.v1.JobTemplateSpec")]
public sealed partial record JobTemplateSpec
{
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(2)]
    public JobSpec Spec { get; init; } = new();
}
