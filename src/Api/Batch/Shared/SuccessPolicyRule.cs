using ActorKube.Api.Schema;

namespace ActorKube.Api.Batch;

/// <summary>When a Job has succeeded; what is set must hold together, at least one of the two.</summary>
[ApiType("io.k8s.api.batch.v1.SuccessPolicyRule")]
public sealed partial record SuccessPolicyRule
{
    /// <summary>Indexes that matter, as numbers and ranges: <c>1,3-5,7</c>. All of them must succeed unless <c>succeededCount</c> is set.</summary>
    [Field(1, KeepEmpty = true)]
    public string? SucceededIndexes { get; init; }

    /// <summary>Number of indexes that must have succeeded, among <c>succeededIndexes</c> if that is set.</summary>
    [Field(2)]
    public int? SucceededCount { get; init; }
}
