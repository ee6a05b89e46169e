using ActorKube.Actors.Shared;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Policy.Quotas;

/// <summary>What comes and goes in a namespace, and changes of what can change its usage, concern the namespace's quotas.</summary>
internal sealed class QuotaWakeRule : IWakeRule
{
    public string? Resource => null;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        var key = change.Object.Key;
        if (key.Namespace.Length == 0 || (change.Type == ObjectEventType.Modified && key.Resource is not (Resources.Pods or "services" or "persistentvolumeclaims")))
        {
            return;
        }

        foreach (var quota in snapshot.List(Resources.ResourceQuotas, key.Namespace))
        {
            wake.Add(quota.Key);
        }
    }
}
