using ActorKube.Engine.Objects;

namespace ActorKube.Network.Policies.Model;

/// <summary>
/// Selectors by a label that they ask for with one value: of a thousand that each select another application, a pod concerns those of its own labels, and the few that ask for no such label.
/// Not thread-safe.
/// </summary>
internal sealed class PeerGroup
{
    private readonly Dictionary<KeyValuePair<string, string>, HashSet<PeerMembers>> _byLabel = [];
    private readonly HashSet<PeerMembers> _others = [];

    public IEnumerable<PeerMembers> All => _others.Concat(_byLabel.Values.SelectMany(static m => m));

    public void Add(PeerMembers members)
    {
        if (members.Label is not { } label)
        {
            _others.Add(members);
            return;
        }

        if (!_byLabel.TryGetValue(label, out var group))
        {
            _byLabel.Add(label, group = []);
        }

        group.Add(members);
    }

    public void Remove(PeerMembers members)
    {
        if (members.Label is not { } label)
        {
            _others.Remove(members);
        }
        else if (_byLabel.TryGetValue(label, out var group) && group.Remove(members) && group.Count == 0)
        {
            _byLabel.Remove(label);
        }
    }

    /// <summary>Those that may select who has these labels.</summary>
    public IEnumerable<PeerMembers> Candidates(ObjectLabels labels)
    {
        foreach (var members in _others)
        {
            yield return members;
        }

        foreach (var label in labels)
        {
            foreach (var members in _byLabel.GetValueOrDefault(label) ?? [])
            {
                yield return members;
            }
        }
    }
}
