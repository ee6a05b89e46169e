using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Repetitions of an event, written from time to time and not for each.</summary>
[ApiType("io.k8s.api.core.v1.EventSeries")]
public sealed partial record EventSeries
{
    /// <summary>Times the event was seen, up to the last write.</summary>
    [Field(1)]
    public int Count { get; init; }

    /// <summary>When the event was last seen, to the microsecond.</summary>
    [Field(2, Always = true, Format = "micro-time")]
    public DateTimeOffset? LastObservedTime { get; init; }
}
