using ActorKube.Actors.Shared;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Workloads.StatefulSets;

/// <summary>A pod that goes frees its name, for which a StatefulSet that doesn't own it may have waited.</summary>
internal sealed class FreedNameWakeRule : IWakeRule
{
    public string? Resource => Resources.Pods;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        if (change.Type == ObjectEventType.Deleted && Ordinals.TryParse(change.Object.Key.Name, out var name, out _))
        {
            var key = new ObjectKey(Resources.StatefulSets, change.Object.Key.Namespace, name);
            if (snapshot.Get(key) is not null)
            {
                wake.Add(key);
            }
        }
    }
}
