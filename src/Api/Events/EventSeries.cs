using ActorKube.Api.Schema;

namespace ActorKube.Api.Events;

[ApiType("io.k8s.api.events.v1.EventSeries")]
public sealed partial record EventSeries
{
    [Field(1, Required = true, Always = true)]
    public int Count { get; init; }

    [Field(2, Required = true, Always = true, Format = "micro-time")]
    public DateTimeOffset? LastObservedTime { get; init; }
}
