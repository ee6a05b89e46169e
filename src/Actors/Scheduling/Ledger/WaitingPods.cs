using System.Collections.Immutable;
using ActorKube.Api.Core;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Scheduling.Ledger;

/// <summary>A pod that found no node.</summary>
/// <param name="IsChoosy">Its place depends on other pods.</param>
internal readonly record struct WaitingPod(int Priority, ObjectKey Key, bool IsChoosy);

/// <summary>
/// Pods that found no node, the most important first, and the nodes that were cleared for some of them. Written by the feed alone, read from any thread.
/// </summary>
internal sealed class WaitingPods(Func<string, NodeSlot> slots)
{
    private static readonly ImmutableSortedSet<WaitingPod> Nobody = ImmutableSortedSet.Create<WaitingPod>(ByImportance.Instance);

    private readonly Dictionary<ObjectKey, WaitingPod> _known = [];
    private readonly Dictionary<ObjectKey, string> _nominations = [];
    private ImmutableSortedSet<WaitingPod> _pods = Nobody;

    /// <summary>The most important first.</summary>
    public ImmutableSortedSet<WaitingPod> Pods => Volatile.Read(ref _pods);

    /// <summary>Takes note of a pod that is there, or isn't any more.</summary>
    public void Apply(StoredObject stored, Pod pod, bool isThere)
    {
        var waits = isThere && string.IsNullOrEmpty(pod.Spec.NodeName) && !PodPhases.IsTerminal(pod.Status.Phase);
        Wait(stored.Key, pod, waits && PodConditions.Find(pod.Status, PodConditions.Scheduled) is { Status: ConditionStatus.False, Reason: PodConditions.Unschedulable });
        Nominate(stored, waits ? pod.Status.NominatedNodeName : null);
    }

    private void Wait(ObjectKey key, Pod pod, bool waits)
    {
        var wasWaiting = _known.TryGetValue(key, out var old);
        var next = new WaitingPod(pod.Spec.Priority ?? 0, key, IsChoosy(pod.Spec));
        if (wasWaiting == waits && (!waits || old == next))
        {
            return;
        }

        var pods = wasWaiting ? _pods.Remove(old) : _pods;
        _known.Remove(key);
        if (waits)
        {
            _known[key] = next;
            pods = pods.Add(next);
        }

        Volatile.Write(ref _pods, pods);
    }

    private static bool IsChoosy(PodSpec spec) =>
        spec.TopologySpreadConstraints is { Count: > 0 } || spec.Affinity is { PodAffinity: not null } or { PodAntiAffinity: not null };

    private void Nominate(StoredObject stored, string? node)
    {
        var known = _nominations.GetValueOrDefault(stored.Key);
        if (string.IsNullOrEmpty(node) && known is null)
        {
            return;
        }

        if (known is not null && _nominations.Remove(stored.Key))
        {
            var slot = slots(known);
            slot.Nominated = slot.Nominated.RemoveAll(p => p.Key == stored.Key);
        }

        if (!string.IsNullOrEmpty(node))
        {
            _nominations[stored.Key] = node;
            var slot = slots(node);
            slot.Nominated = slot.Nominated.Add(PlacedPod.Of(stored));
        }
    }

    private sealed class ByImportance : IComparer<WaitingPod>
    {
        public static readonly ByImportance Instance = new();

        public int Compare(WaitingPod x, WaitingPod y)
        {
            var order = y.Priority.CompareTo(x.Priority);
            order = order != 0 ? order : string.CompareOrdinal(x.Key.Namespace, y.Key.Namespace);
            return order != 0 ? order : string.CompareOrdinal(x.Key.Name, y.Key.Name);
        }
    }
}
