using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Batch;

/// <summary>Runs Pods until a given number of them has succeeded.</summary>
[ApiType("io.k8s.api.batch.v1.Job")]
public sealed partial record Job : IApiObject
{
    /// <summary>The kind of this object, <c>Job</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>batch/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Pods to run, how many, and what to do on failure.</summary>
    [Field(2)]
    public JobSpec Spec { get; init; } = new();

    /// <summary>What controllers last observed; written through the <c>status</c> subresource and ignored in ordinary writes.</summary>
    [Field(3)]
    public JobStatus Status { get; init; } = new();
}
