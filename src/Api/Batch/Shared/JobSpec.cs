using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Batch;

[ApiType("io.k8s.api.batch.v1.JobSpec")]
public sealed partial record JobSpec
{
    [Field(1)]
    public int? Parallelism { get; init; }

    [Field(2)]
    public int? Completions { get; init; }

    [Field(3)]
    public long? ActiveDeadlineSeconds { get; init; }

    [Field(11)]
    public PodFailurePolicy? PodFailurePolicy { get; init; }

    [Field(16)]
    public SuccessPolicy? SuccessPolicy { get; init; }

    [Field(7)]
    public int? BackoffLimit { get; init; }

    [Field(12)]
    public int? BackoffLimitPerIndex { get; init; }

    [Field(13)]
    public int? MaxFailedIndexes { get; init; }

    [Field(4)]
    public LabelSelector? Selector { get; init; }

    [Field(5)]
    public bool? ManualSelector { get; init; }

    [Field(6, Required = true)]
    public PodTemplateSpec Template { get; init; } = new();

    [Field(8)]
    public int? TtlSecondsAfterFinished { get; init; }

    [Field(9, KeepEmpty = true)]
    public string? CompletionMode { get; init; }

    [Field(10)]
    public bool? Suspend { get; init; }

    [Field(14, KeepEmpty = true)]
    public string? PodReplacementPolicy { get; init; }

    [Field(15, KeepEmpty = true)]
    public string? ManagedBy { get; init; }
}
