using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Events;

[ApiType("io.k8s.api.events.v1.Event")]
public sealed partial record Event : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(2, Required = true, Always = true, Format = "micro-time")]
    public DateTimeOffset? EventTime { get; init; }

    [Field(3)]
    public EventSeries? Series { get; init; }

    [Field(4)]
    public string? ReportingController { get; init; }

    [Field(5)]
    public string? ReportingInstance { get; init; }

    [Field(6)]
    public string? Action { get; init; }

    [Field(7)]
    public string? Reason { get; init; }

    [Field(8)]
    public ObjectReference Regarding { get; init; } = new();

    [Field(9)]
    public ObjectReference? Related { get; init; }

    [Field(10)]
    public string? Note { get; init; }

    [Field(11)]
    public string? Type { get; init; }

    [Field(12)]
    public EventSource DeprecatedSource { get; init; } = new();

    [Field(13, Always = true)]
    public DateTimeOffset? DeprecatedFirstTimestamp { get; init; }

    [Field(14, Always = true)]
    public DateTimeOffset? DeprecatedLastTimestamp { get; init; }

    [Field(15)]
    public int DeprecatedCount { get; init; }
}
