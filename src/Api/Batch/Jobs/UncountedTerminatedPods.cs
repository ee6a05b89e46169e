using ActorKube.Api.Schema;

namespace ActorKube.Api.Batch;

/// <summary>UIDs of finished Pods that are still to be counted, and then freed of their finalizer.</summary>
[ApiType("io.k8s.api.batch.v1.UncountedTerminatedPods")]
public sealed partial record UncountedTerminatedPods
{
    /// <summary>UIDs of Pods that succeeded and aren't in <c>status.succeeded</c> yet.</summary>
    [Field(1, List = ListType.Set)]
    public IReadOnlyList<string>? Succeeded { get; init; }

    /// <summary>UIDs of Pods that failed and aren't in <c>status.failed</c> yet.</summary>
    [Field(2, List = ListType.Set)]
    public IReadOnlyList<string>? Failed { get; init; }
}
