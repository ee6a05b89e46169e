using ActorKube.Engine.Objects;

namespace ActorKube.Network.Policies.Model;

/// <summary>Which selectors have selected each pod: whoever changes its labels has to be taken out there. Not thread-safe.</summary>
internal sealed class Memberships
{
    private readonly Dictionary<ObjectKey, HashSet<PeerMembers>> _byPod = [];

    public IReadOnlyCollection<PeerMembers> Of(ObjectKey pod) => _byPod.TryGetValue(pod, out var found) ? found : [];

    public void Add(ObjectKey pod, PeerMembers members)
    {
        if (!_byPod.TryGetValue(pod, out var all))
        {
            _byPod.Add(pod, all = []);
        }

        all.Add(members);
    }

    public void Remove(ObjectKey pod, PeerMembers members)
    {
        if (_byPod.TryGetValue(pod, out var all) && all.Remove(members) && all.Count == 0)
        {
            _byPod.Remove(pod);
        }
    }

    public void Clear() => _byPod.Clear();
}
