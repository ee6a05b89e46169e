using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Tests.Workloads;

/// <summary>Counts pods after every single change of one, and notes when they are more, or fewer of them ready, than may be.</summary>
/// <param name="most">Pods at a time that are not on their way out.</param>
/// <param name="fewest">Ready ones of them, from the moment at which there first were as many.</param>
internal sealed class RolloutBounds(int most, int fewest) : IViewObserver
{
    private readonly List<string> _violations = [];
    private int _active;
    private int _ready;
    private bool _wasThere;

    public IReadOnlyList<string> Violations => _violations;

    public void OnChanged(ReadOnlySpan<ObjectEvent> events, ViewSnapshot snapshot)
    {
        foreach (var change in events)
        {
            if (change.Object.Key.Resource == "pods")
            {
                Count(change.Previous, -1);
                Count(change.Type == ObjectEventType.Deleted ? null : change.Object, 1);
                _wasThere |= _ready >= fewest;
                if (_active > most || (_wasThere && _ready < fewest))
                {
                    _violations.Add($"{change.Object.Key.Name} {change.Type}: {_active} of {most}, {_ready} ready of {fewest}");
                }
            }
        }
    }

    private void Count(StoredObject? stored, int by)
    {
        if (stored?.Read<Pod>() is { } pod && PodReadiness.IsActive(pod))
        {
            _active += by;
            _ready += PodReadiness.IsReady(pod) ? by : 0;
        }
    }
}
