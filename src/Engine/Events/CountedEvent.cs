using System.Globalization;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Engine.Sharding;

namespace ActorKube.Engine.Events;

/// <summary>An Event and how often it has happened. Not thread-safe.</summary>
/// <param name="first">What it begins with.</param>
/// <param name="isCombined">It stands for all similar ones, whatever their messages.</param>
internal sealed class CountedEvent(Occurrence first, bool isCombined)
{
    private Occurrence _first = first;
    private Occurrence _last = first;
    private string _name = NameOf(first);

    public DateTimeOffset Since => _first.Time;

    public int Count { get; private set; }

    /// <summary>It is in the store, as far as is known here.</summary>
    public bool IsWritten { get; set; }

    /// <summary>It waits to be written.</summary>
    public bool IsWaiting { get; set; }

    public bool IsSimilar(Occurrence o) => _first.Type == o.Type && _first.Reason == o.Reason;

    public bool Means(Occurrence o) => IsSimilar(o) && (isCombined || (_first.Message == o.Message && _first.Regarding.FieldPath == o.Regarding.FieldPath));

    public void Add(Occurrence o) => (_last, Count) = (o, Count + 1);

    /// <summary>It was deleted or has expired: begins anew with its last occurrence.</summary>
    public void Restart() => (_first, _name, Count, IsWritten) = (_last, NameOf(_last), 1, false);

    /// <summary>What is to be written.</summary>
    public Event ToEvent() => new()
    {
        Kind = "Event",
        ApiVersion = "v1",
        Metadata = new ObjectMeta { Name = _name, Namespace = string.IsNullOrEmpty(_last.Regarding.Namespace) ? "default" : _last.Regarding.Namespace },
        InvolvedObject = _last.Regarding,
        Type = _last.Type,
        Reason = _last.Reason,
        Message = isCombined ? $"(combined from similar events): {_last.Message}" : _last.Message,
        Source = new EventSource { Component = _last.Component, Host = _last.Host },
        FirstTimestamp = Since,
        LastTimestamp = _last.Time,
        Count = Count,
        ReportingComponent = _last.Component,
        ReportingInstance = _last.Host ?? "",
    };

    /// <summary>Unique by time, as Kubernetes names them: ticks in hexadecimal; and by what it says, as much may happen at one time.</summary>
    private static string NameOf(Occurrence o)
    {
        var said = string.Join('\0', o.Regarding.Uid, o.Regarding.FieldPath, o.Type, o.Reason, o.Message, o.Component, o.Host);
        return string.Create(CultureInfo.InvariantCulture, $"{o.Regarding.Name}.{o.Time.UtcTicks:x}{(uint)Rendezvous.Hash(said):x8}");
    }
}
