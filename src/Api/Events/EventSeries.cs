using ActorKube.Api.Schema;

namespace ActorKube.Api.Events;

/// <summary>Repetitions of an event, written from time to time and not for each.</summary>
[ApiType("io.k8s.api.events.v1.EventSeries")]
public sealed partial record EventSeries
{
    /// <summary>Times the event was seen, up to the last write.</summary>
    [Field(1, Required = true, Always = true)]
    public int Count { get; init; }

    /// <summary>When the event was last seen, to the microsecond.</summary>
    [Field(2, Required = true, Always = true, Format = "micro-time")]
    public DateTimeOffset? LastObservedTime { get; init; }
}
