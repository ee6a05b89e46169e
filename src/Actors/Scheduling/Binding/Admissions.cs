using System.Collections.Concurrent;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Scheduling.Binding;

/// <summary>Pods that nodes of this host have admitted and that are not bound yet. Thread-safe.</summary>
internal sealed class Admissions
{
    private readonly ConcurrentDictionary<ObjectKey, PendingPod> _pods = new();

    /// <summary>Until it is disposed of, others count on the pod's coming.</summary>
    public IDisposable Enter(PendingPod pod)
    {
        _pods[pod.Pod.Key] = pod;
        return new Entry(this, pod);
    }

    /// <summary>All but one.</summary>
    public IEnumerable<PendingPod> Except(ObjectKey pod) => _pods.Values.Where(p => p.Pod.Key != pod);

    private sealed class Entry(Admissions admissions, PendingPod pod) : IDisposable
    {
        public void Dispose() => admissions._pods.TryRemove(KeyValuePair.Create(pod.Pod.Key, pod));
    }
}
