using ActorKube.Api.Schema;

namespace ActorKube.Api.Batch;

[ApiType("io.k8s.api.batch.v1.UncountedTerminatedPods")]
public sealed partial record UncountedTerminatedPods
{
    [Field(1, List = ListType.Set)]
    public IReadOnlyList<string>? Succeeded { get; init; }

    [Field(2, List = ListType.Set)]
    public IReadOnlyList<string>? Failed { get; init; }
}
