using System.Globalization;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Engine.Sharding;

namespace ActorKube.Engine.Events;

/// <summary>Something that happened to an object.</summary>
internal sealed record Occurrence(ObjectReference Regarding, string Type, string Reason, string Message, string Component, string? Host, DateTimeOffset Time);

/// <summary>The Event that an occurrence is counted on.</summary>
internal sealed record AggregatedEvent(Event Event, int Count);

/// <summary>Remembers the last Events, to count repetitions. Not thread-safe.</summary>
internal sealed class EventAggregation
{
    /// <summary>Events that are remembered; the oldest are forgotten.</summary>
    private const int Capacity = 4096;

    /// <summary>A repetition after this time is a new Event.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, AggregatedEvent> _known = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    public AggregatedEvent Add(Occurrence occurrence)
    {
        var key = Key(occurrence);
        if (_known.TryGetValue(key, out var known) && occurrence.Time - known.Event.FirstTimestamp < Window)
        {
            return _known[key] = known with { Count = known.Count + 1 };
        }

        return Restart(occurrence);
    }

    /// <summary>Forgets what was counted: the occurrence is the first of its kind.</summary>
    public AggregatedEvent Restart(Occurrence occurrence)
    {
        var key = Key(occurrence);
        if (!_known.ContainsKey(key))
        {
            _order.Enqueue(key);
            if (_order.Count > Capacity)
            {
                _known.Remove(_order.Dequeue());
            }
        }

        return _known[key] = new AggregatedEvent(Create(occurrence), 1);
    }

    private static string Key(Occurrence o) => string.Join('\0', o.Regarding.Uid, o.Regarding.FieldPath, o.Type, o.Reason, o.Message, o.Component, o.Host);

    private static Event Create(Occurrence o) => new()
    {
        Kind = "Event",
        ApiVersion = "v1",
        Metadata = new ObjectMeta
        {
            // Unique by time, as Kubernetes names them: ticks in hexadecimal.
            Name = string.Create(CultureInfo.InvariantCulture, $"{o.Regarding.Name}.{o.Time.UtcTicks:x}{(uint)Rendezvous.Hash(Key(o)):x8}"),
            Namespace = string.IsNullOrEmpty(o.Regarding.Namespace) ? "default" : o.Regarding.Namespace,
        },
        InvolvedObject = o.Regarding,
        Type = o.Type,
        Reason = o.Reason,
        Message = o.Message,
        Source = new EventSource { Component = o.Component, Host = o.Host },
        FirstTimestamp = o.Time,
        LastTimestamp = o.Time,
        Count = 1,
        ReportingComponent = o.Component,
        ReportingInstance = o.Host ?? "",
    };
}
