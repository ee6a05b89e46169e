using System.Diagnostics.CodeAnalysis;

namespace ActorKube.NodeAgent.Runtimes.Simulated;

/// <summary>
/// Sandboxes, or containers, by id and by pod. A pod has few of them, a node that has run ten thousand pods of a Job has as many in all: what is asked of one pod must not look at the others.
/// Not thread-safe.
/// </summary>
internal sealed class EntityTable<T>
    where T : class, ISimulatedEntity
{
    private readonly Dictionary<string, T> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<T>> _byPod = new(StringComparer.Ordinal);

    public IReadOnlyCollection<T> All => _byId.Values;

    public T? Find(string id) => _byId.GetValueOrDefault(id);

    /// <param name="uid">Of the pod.</param>
    public IReadOnlyList<T> OfPod(string uid) => _byPod.TryGetValue(uid, out var found) ? found : [];

    public void Add(T entity)
    {
        _byId.Add(entity.Id, entity);
        if (!_byPod.TryGetValue(entity.Pod.Uid, out var siblings))
        {
            _byPod.Add(entity.Pod.Uid, siblings = []);
        }

        siblings.Add(entity);
    }

    public bool Remove(string id, [NotNullWhen(true)] out T? entity)
    {
        if (!_byId.Remove(id, out entity))
        {
            return false;
        }

        var siblings = _byPod[entity.Pod.Uid];
        siblings.Remove(entity);
        if (siblings.Count == 0)
        {
            _byPod.Remove(entity.Pod.Uid);
        }

        return true;
    }
}

/// <summary>What a <see cref="SimulatedRuntime"/> has made for a pod.</summary>
internal interface ISimulatedEntity
{
    string Id { get; }

    PodIdentity Pod { get; }
}
