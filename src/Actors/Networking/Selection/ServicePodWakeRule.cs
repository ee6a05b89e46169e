using ActorKube.Actors.Shared;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Networking.Selection;

/// <summary>
/// A pod that changes as its services see it concerns those that may select it, by its labels now and before. Most changes of pods, heartbeats of containers and their restarts, are none of theirs.
/// </summary>
internal sealed class ServicePodWakeRule : IWakeRule
{
    public string? Resource => Resources.Pods;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        var isModified = change is { Type: ObjectEventType.Modified, Previous: not null };
        if (isModified && !IsOther(change.Object, change.Previous!))
        {
            return;
        }

        Add(change.Object);
        if (isModified && !HasSameLabels(change.Object, change.Previous!))
        {
            Add(change.Previous!);
        }

        void Add(StoredObject pod)
        {
            foreach (var service in ServiceIndexes.Services.Candidates(snapshot, pod))
            {
                wake.Add(service.Key);
            }
        }
    }

    private static bool IsOther(StoredObject now, StoredObject before)
    {
        var (a, b) = (PodFacts.Of(now), PodFacts.Of(before));
        return now.Header.IsDeleting != before.Header.IsDeleting
            || (a.IsReady, a.HasEnded, a.Node, a.Hostname, a.Subdomain) != (b.IsReady, b.HasEnded, b.Node, b.Hostname, b.Subdomain)
            || !a.Ips.SequenceEqual(b.Ips)
            || !HasSameLabels(now, before);
    }

    private static bool HasSameLabels(StoredObject a, StoredObject b) =>
        a.Header.Labels.Count == b.Header.Labels.Count && a.Header.Labels.All(l => b.Header.Labels[l.Key] == l.Value);
}
