using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Events;

/// <summary>Something that happened to an object. Best effort: kept for about an hour, merged and dropped under load.</summary>
[ApiType("io.k8s.api.events.v1.Event")]
public sealed partial record Event : IApiObject
{
    /// <summary>The kind of this object, <c>Event</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>events.k8s.io/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>When it happened first, to the microsecond. Required.</summary>
    [Field(2, Required = true, Always = true, Format = "micro-time")]
    public DateTimeOffset? EventTime { get; init; }

    /// <summary>Number and time of repetitions; absent for an event seen once.</summary>
    [Field(3)]
    public EventSeries? Series { get; init; }

    /// <summary>Controller that reports it, such as <c>kubernetes.io/kubelet</c>. Required for new events.</summary>
    [Field(4)]
    public string? ReportingController { get; init; }

    /// <summary>Instance of that controller, such as a node's name, at most 128 characters. Required for new events.</summary>
    [Field(5)]
    public string? ReportingInstance { get; init; }

    /// <summary>What was done or failed about the object, at most 128 characters. Required for new events.</summary>
    [Field(6)]
    public string? Action { get; init; }

    /// <summary>CamelCase word for why it was done, at most 128 characters. Required for new events.</summary>
    [Field(7)]
    public string? Reason { get; init; }

    /// <summary>Object the event is about, often the one that the reporter works on.</summary>
    [Field(8)]
    public ObjectReference Regarding { get; init; } = new();

    /// <summary>Second object that takes part, such as one made by the first.</summary>
    [Field(9)]
    public ObjectReference? Related { get; init; }

    /// <summary>What happened, in words, at most 1 KiB.</summary>
    [Field(10)]
    public string? Note { get; init; }

    /// <summary><c>Normal</c> or <c>Warning</c>; clients should expect other types in future.</summary>
    [Field(11)]
    public string? Type { get; init; }

    /// <summary>Counterpart of <c>source</c> in the core form of events.</summary>
    [Field(12)]
    public EventSource DeprecatedSource { get; init; } = new();

    /// <summary>Counterpart of <c>firstTimestamp</c> in the core form of events.</summary>
    [Field(13, Always = true)]
    public DateTimeOffset? DeprecatedFirstTimestamp { get; init; }

    /// <summary>Counterpart of <c>lastTimestamp</c> in the core form of events.</summary>
    [Field(14, Always = true)]
    public DateTimeOffset? DeprecatedLastTimestamp { get; init; }

    /// <summary>Counterpart of <c>count</c> in the core form of events.</summary>
    [Field(15)]
    public int DeprecatedCount { get; init; }
}
