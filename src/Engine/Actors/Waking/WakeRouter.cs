using ActorKube.Engine.Actors.Regions;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Engine.Actors.Waking;

/// <summary>Turns changes into wake-ups.</summary>
internal sealed class WakeRouter(IRegion region, IEnumerable<IWakeRule> rules) : IViewObserver
{
    private readonly ILookup<string, IWakeRule> _byResource = rules.Where(r => r.Resource is not null).ToLookup(r => r.Resource!);
    private readonly IWakeRule[] _forAll = rules.Where(r => r.Resource is null).ToArray();
    private readonly List<ObjectKey> _wake = [];

    public void OnChanged(ReadOnlySpan<ObjectEvent> events, ViewSnapshot snapshot)
    {
        foreach (var change in events)
        {
            var key = change.Object.Key;
            region.Wake(key);
            foreach (var rule in _forAll)
            {
                rule.Wake(change, snapshot, _wake);
            }

            foreach (var rule in _byResource[key.Resource])
            {
                rule.Wake(change, snapshot, _wake);
            }

            foreach (var other in _wake)
            {
                region.Wake(other);
            }

            _wake.Clear();
        }
    }
}
