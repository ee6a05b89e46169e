using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Batch;

/// <summary>Makes a Job at each time of a schedule.</summary>
[ApiType("io.k8s.api.batch.v1.CronJob")]
public sealed partial record CronJob : IApiObject
{
    /// <summary>The kind of this object, <c>CronJob</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>batch/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Schedule, template of the Jobs, and treatment of overlaps and misses.</summary>
    [Field(2)]
    public CronJobSpec Spec { get; init; } = new();

    /// <summary>What controllers last observed; written through the <c>status</c> subresource and ignored in ordinary writes.</summary>
    [Field(3)]
    public CronJobStatus Status { get; init; } = new();
}
