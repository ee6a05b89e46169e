using ActorKube.Api.Core;

namespace ActorKube.Engine.Events;

/// <summary>Takes note of what happens to objects, for people to read as Kubernetes Events. Never waits, never throws.</summary>
public interface IEventRecorder
{
    /// <param name="regarding">The object that it happened to.</param>
    /// <param name="type">Normal or Warning.</param>
    /// <param name="reason">One word in camel case.</param>
    /// <param name="component">Who says so, such as <c>replicaset-controller</c>.</param>
    /// <param name="host">Node that it happened on; null for none.</param>
    void Record(ObjectReference regarding, string type, string reason, string message, string component, string? host = null);
}
