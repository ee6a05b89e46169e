namespace ActorKube.Api.Events;

/// <summary>Between the events group's version and the core one, which is what is stored.</summary>
internal static class EventConversion
{
    public static Core.Event ToCore(Event value) => new()
    {
        Kind = "Event",
        ApiVersion = "v1",
        Metadata = value.Metadata,
        InvolvedObject = value.Regarding,
        Reason = value.Reason,
        Message = value.Note,
        Source = value.DeprecatedSource,
        FirstTimestamp = value.DeprecatedFirstTimestamp,
        LastTimestamp = value.DeprecatedLastTimestamp,
        Count = value.DeprecatedCount,
        Type = value.Type,
        EventTime = value.EventTime,
        Series = value.Series is { } series ? new Core.EventSeries { Count = series.Count, LastObservedTime = series.LastObservedTime } : null,
        Action = value.Action,
        Related = value.Related,
        ReportingComponent = value.ReportingController ?? "",
        ReportingInstance = value.ReportingInstance ?? "",
    };

    public static Event FromCore(Core.Event value) => new()
    {
        Kind = "Event",
        ApiVersion = "events.k8s.io/v1",
        Metadata = value.Metadata,
        Regarding = value.InvolvedObject,
        Reason = value.Reason,
        Note = value.Message,
        DeprecatedSource = value.Source,
        DeprecatedFirstTimestamp = value.FirstTimestamp,
        DeprecatedLastTimestamp = value.LastTimestamp,
        DeprecatedCount = value.Count,
        Type = value.Type,
        EventTime = value.EventTime,
        Series = value.Series is { } series ? new EventSeries { Count = series.Count, LastObservedTime = series.LastObservedTime } : null,
        Action = value.Action,
        Related = value.Related,
        ReportingController = value.ReportingComponent.Length == 0 ? null : value.ReportingComponent,
        ReportingInstance = value.ReportingInstance.Length == 0 ? null : value.ReportingInstance,
    };
}
