using ActorKube.Api.Core;

namespace ActorKube.Engine.Events;

/// <summary>Where everything that acts tells people what happens to an object. Thread-safe; never waits, never fails.</summary>
public interface IEventRecorder
{
    /// <param name="source">Who says so, and on which host.</param>
    /// <param name="involved">The object, with its uid; <c>fieldPath</c> names a part, such as <c>spec.containers{web}</c>.</param>
    /// <param name="type">One of <see cref="EventTypes"/>.</param>
    /// <param name="reason">One word in CamelCase that programs and people search for.</param>
    void Record(EventSource source, ObjectReference involved, string type, string reason, string message);
}

public static class EventTypes
{
    public const string Normal = "Normal";
    public const string Warning = "Warning";
}
