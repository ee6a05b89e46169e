using ActorKube.Api.Kinds;

namespace ActorKube.Api.Core;

/// <summary>Events as kubectl lists them.</summary>
internal static class EventColumns
{
    public static IReadOnlyList<Column<Event>> All { get; } = For<Event>(static e => e);

    /// <summary>The columns of another version of the kind.</summary>
    public static IReadOnlyList<Column<T>> For<T>(Func<T, Event> convert)
        where T : Meta.IApiObject
    {
        return
        [
            new("Last Seen", "string", "", "Time since the event was last seen.", 0, (o, now) => LastSeen(convert(o), now)),
            Text("Type", "Normal or Warning.", 0, static e => e.Type ?? ""),
            Text("Reason", "Why it happened, in one word.", 0, static e => e.Reason ?? ""),
            Text("Object", "The object that the event is about.", 0, Target),
            Text("Subobject", "The part of the object that the event is about.", 1, static e => e.InvolvedObject.FieldPath ?? ""),
            Text("Source", "Who reported the event.", 1, Reporter),
            Text("Message", "What happened.", 0, static e => (e.Message ?? "").Trim()),
            new("First Seen", "string", "", "Time since the event was first seen.", 1, (o, now) => FirstSeen(convert(o), now)),
            Text("Count", "How often it happened.", 1, static e => Times(e)),
            new("Name", "string", "name", "Name of the event.", 1, (o, _) => o.Metadata.Name),
        ];

        Column<T> Text(string name, string description, int priority, Func<Event, object?> value) =>
            new(name, "string", "", description, priority, (o, _) => value(convert(o)));
    }

    private static string FirstSeen(Event e, DateTimeOffset now) => Ages.Since(e.FirstTimestamp ?? e.EventTime, now);

    private static string LastSeen(Event e, DateTimeOffset now) => e switch
    {
        { Series: { } series } => Ages.Since(series.LastObservedTime, now),
        { LastTimestamp: { } last } => Ages.Since(last, now),
        _ => FirstSeen(e, now),
    };

    /// <summary>An event without a count happened once.</summary>
    private static int Times(Event e) => e.Series?.Count ?? (e.Count == 0 ? 1 : e.Count);

    private static string Target(Event e)
    {
        var kind = (e.InvolvedObject.Kind ?? "").ToLowerInvariant();
        return string.IsNullOrEmpty(e.InvolvedObject.Name) ? kind : $"{kind}/{e.InvolvedObject.Name}";
    }

    private static string Reporter(Event e)
    {
        var component = string.IsNullOrEmpty(e.Source.Component) ? e.ReportingComponent : e.Source.Component;
        var host = string.IsNullOrEmpty(e.Source.Host) ? e.ReportingInstance : e.Source.Host;
        return host.Length == 0 ? component : $"{component}, {host}";
    }
}
