using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Network.Policies.Rules;

namespace ActorKube.Network.Policies.Model;

/// <summary>The pods of this node and who isolates them. Not thread-safe.</summary>
internal sealed class LocalPods(PolicyBook policies, PodFacts facts, Func<ViewSnapshot, IEnumerable<StoredObject>> podsOfNode)
{
    private readonly Dictionary<ObjectKey, LocalPod> _pods = [];

    /// <summary>The older first: of those with one address the last has it.</summary>
    public IEnumerable<LocalPod> All => _pods.Values.OrderBy(static p => p.Fact.Created).ThenBy(static p => p.Fact.Uid, StringComparer.Ordinal);

    public bool IsFilled { get; private set; }

    public void Clear()
    {
        _pods.Clear();
        IsFilled = false;
    }

    public void Fill(ViewSnapshot view)
    {
        Clear();
        foreach (var stored in podsOfNode(view))
        {
            Update(stored.Key, stored);
        }

        IsFilled = true;
    }

    /// <returns>True if rules differ.</returns>
    public bool Update(ObjectKey key, StoredObject? stored)
    {
        var before = _pods.GetValueOrDefault(key);
        if (stored is null || facts.Read(stored) is not { IsLocal: true } fact)
        {
            return _pods.Remove(key);
        }

        var pod = new LocalPod(key, fact, stored.Header.Labels).Under(policies.In(key.Namespace));
        _pods[key] = pod;

        // One that is open may have the address of one that isn't any more.
        return before is null || !before.IsSame(pod);
    }

    /// <param name="policy">As it is now; null if it is gone.</param>
    public void Update(PolicyName name, CompiledPolicy? policy)
    {
        foreach (var pod in _pods.Values.Where(p => p.Key.Namespace == name.Namespace).ToList())
        {
            _pods[pod.Key] = pod.Under(name, policy);
        }
    }
}
