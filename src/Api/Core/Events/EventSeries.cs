using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.EventSeries")]
public sealed partial record EventSeries
{
    [Field(1)]
    public int Count { get; init; }

    [Field(2, Always = true, Format = "micro-time")]
    public DateTimeOffset? LastObservedTime { get; init; }
}
