using ActorKube.Api.Core;
using ActorKube.Engine.Events;

namespace ActorKube.Ingresses.Tests.Support;

/// <summary>Keeps what was recorded.</summary>
internal sealed class RecordedEvents : IEventRecorder
{
    private readonly Lock _gate = new();
    private readonly List<string> _all = [];

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _all];
            }
        }
    }

    public void Record(ObjectReference regarding, string type, string reason, string message, string component, string? host = null)
    {
        lock (_gate)
        {
            _all.Add($"{type} {reason} {regarding.Name}: {message}");
        }
    }
}
