using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Something that happened to an object, in the core form. Best effort: kept for about an hour, merged and dropped under load.</summary>
[ApiType("io.k8s.api.core.v1.Event")]
public sealed partial record Event : IApiObject
{
    /// <summary>The kind of this object, <c>Event</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1, Required = true)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Object the event is about; it must be in the event's namespace, if in any.</summary>
    [Field(2, Required = true)]
    public ObjectReference InvolvedObject { get; init; } = new();

    /// <summary>CamelCase word for what happened, such as <c>Scheduled</c> or <c>BackOff</c>.</summary>
    [Field(3)]
    public string? Reason { get; init; }

    /// <summary>What happened in words, for people, at most 1 KiB in new events.</summary>
    [Field(4)]
    public string? Message { get; init; }

    /// <summary>Component that reports it; <c>reportingComponent</c> in newer events.</summary>
    [Field(5)]
    public EventSource Source { get; init; } = new();

    /// <summary>When it happened first; empty in newer events, which use <c>eventTime</c>.</summary>
    [Field(6, Always = true)]
    public DateTimeOffset? FirstTimestamp { get; init; }

    /// <summary>When it happened last; empty in newer events, which use <c>series</c>.</summary>
    [Field(7, Always = true)]
    public DateTimeOffset? LastTimestamp { get; init; }

    /// <summary>How often it happened; 0 in newer events, which use <c>series</c>.</summary>
    [Field(8)]
    public int Count { get; init; }

    /// <summary><c>Normal</c> or <c>Warning</c>; clients should expect other types in future.</summary>
    [Field(9)]
    public string? Type { get; init; }

    /// <summary>When it happened first, to the microsecond; newer events set this.</summary>
    [Field(10, Always = true, Format = "micro-time")]
    public DateTimeOffset? EventTime { get; init; }

    /// <summary>Number and time of repetitions; absent for an event seen once.</summary>
    [Field(11)]
    public EventSeries? Series { get; init; }

    /// <summary>What was done or failed about the object, such as <c>Binding</c>.</summary>
    [Field(12)]
    public string? Action { get; init; }

    /// <summary>Second object that takes part, such as one made by the first.</summary>
    [Field(13)]
    public ObjectReference? Related { get; init; }

    /// <summary>Controller that reports the event, such as <c>kubernetes.io/kubelet</c>.</summary>
    [Field(14)]
    public string ReportingComponent { get; init; } = "";

    /// <summary>Instance of that controller, such as the name of its node.</summary>
    [Field(15)]
    public string ReportingInstance { get; init; } = "";
}
