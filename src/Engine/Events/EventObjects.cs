using System.Globalization;
using ActorKube.Api.Authentication;
using ActorKube.Api.Core;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Events;

/// <summary>Events as API objects. Pure.</summary>
internal static class EventObjects
{
    /// <summary>Longest message that is kept, as the events API has it.</summary>
    private const int LongestMessage = 1024;

    public static Kind Kind(KindRegistry kinds) => kinds.Stored("events");

    public static ObjectKey Key(Kind kind, EventIdentity identity, string name) => new(kind.Resource, Namespace(identity), name);

    /// <summary>The object's name and the time in hexadecimal nanoseconds, as client-go names them; the sequence keeps those of one tick apart.</summary>
    public static string Name(PendingEvent item, long sequence)
    {
        var nanoseconds = ((item.Last - DateTimeOffset.UnixEpoch).Ticks * 100) + (sequence % 100);
        return string.Create(CultureInfo.InvariantCulture, $"{item.Identity.Involved.Name}.{nanoseconds:x16}");
    }

    public static Event Create(PendingEvent item, string name) => new()
    {
        Metadata = new ObjectMeta { Name = name, Namespace = Namespace(item.Identity) },
        InvolvedObject = item.Identity.Involved,
        Type = item.Identity.Type,
        Reason = item.Identity.Reason,
        Message = item.Identity.Message is { Length: > LongestMessage } text ? text[..LongestMessage] : item.Identity.Message,
        Source = item.Identity.Source,
        ReportingComponent = item.Identity.Source.Component ?? "",
        ReportingInstance = item.Identity.Source.Host ?? "",
        FirstTimestamp = item.Last,
        LastTimestamp = item.Last,
        Count = item.Count,
    };

    public static Event CountUp(Event value, PendingEvent item) => value with { Count = value.Count + item.Count, LastTimestamp = item.Last };

    public static WriteOptions Options(EventIdentity identity) => new()
    {
        User = new UserInfo { Username = "system:" + identity.Source.Component },
        Cause = "event " + identity.Reason,
    };

    private static string Namespace(EventIdentity identity) => identity.Involved.Namespace is { Length: > 0 } own ? own : "default";
}
