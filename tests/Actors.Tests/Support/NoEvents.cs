using ActorKube.Api.Core;
using ActorKube.Engine.Events;

namespace ActorKube.Actors.Tests.Support;

/// <summary>Events that nobody hears.</summary>
internal sealed class NoEvents : IEventRecorder
{
    public void Record(ObjectReference regarding, string type, string reason, string message, string component, string? host = null)
    {
    }
}
