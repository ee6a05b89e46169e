using ActorKube.Engine.Events;
using ActorKube.Server.Metrics;

namespace ActorKube.Host.Composition;

/// <summary>What the recorder of Events counts, for the page of metrics.</summary>
internal static class EventMetrics
{
    public static IEnumerable<Metric> Of(EventRecorder events) =>
        [new("actorkube_events_dropped_total", "counter", "Events that were dropped because more came than could be written.", events.Dropped)];
}
