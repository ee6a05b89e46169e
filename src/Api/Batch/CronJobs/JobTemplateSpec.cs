using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Batch;

/// <summary>Job to make: its labels and its spec.</summary>
[ApiType("io.k8s.api.batch.v1.JobTemplateSpec")]
public sealed partial record JobTemplateSpec
{
    /// <summary>Labels and annotations of the Jobs; the controller chooses their names.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Spec of the Jobs, as for a Job made by hand.</summary>
    [Field(2)]
    public JobSpec Spec { get; init; } = new();
}
