using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.Event")]
public sealed partial record Event : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1, Required = true)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(2, Required = true)]
    public ObjectReference InvolvedObject { get; init; } = new();

    [Field(3)]
    public string? Reason { get; init; }

    [Field(4)]
    public string? Message { get; init; }

    [Field(5)]
    public EventSource Source { get; init; } = new();

    [Field(6, Always = true)]
    public DateTimeOffset? FirstTimestamp { get; init; }

    [Field(7, Always = true)]
    public DateTimeOffset? LastTimestamp { get; init; }

    [Field(8)]
    public int Count { get; init; }

    [Field(9)]
    public string? Type { get; init; }

    [Field(10, Always = true, Format = "micro-time")]
    public DateTimeOffset? EventTime { get; init; }

    [Field(11)]
    public EventSeries? Series { get; init; }

    [Field(12)]
    public string? Action { get; init; }

    [Field(13)]
    public ObjectReference? Related { get; init; }

    [Field(14)]
    public string ReportingComponent { get; init; } = "";

    [Field(15)]
    public string ReportingInstance { get; init; } = "";
}
