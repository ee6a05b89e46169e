using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Network.Nftables;
using ActorKube.Network.Policies.Rules;
using ActorKube.Network.Policies.Tables;

namespace ActorKube.Network.Policies.Model;

/// <summary>The pods that one selector of peers selects, and the sets that rules need of them. Not thread-safe.</summary>
internal sealed class PeerMembers(PeerSelector selector, PodFacts facts, Memberships memberships)
{
    private readonly Dictionary<string, Dictionary<string, PodFact>> _pods = new(StringComparer.Ordinal);
    private readonly Dictionary<PeerSet, CountedSet> _sets = [];

    public IEnumerable<FilterSet> Sets => _sets.Values.Select(static s => s.Current);

    public bool Selects(string @namespace) => _pods.ContainsKey(@namespace);

    /// <inheritdoc cref="PeerSelector.Label"/>
    public KeyValuePair<string, string>? Label => selector.Label;

    /// <summary>Begins with nobody, in the namespace that it is for.</summary>
    public void Open() => _pods.Add(selector.Namespace!, []);

    /// <summary>Finds all that there are in namespaces that are chosen by labels.</summary>
    public void Fill(ViewSnapshot view)
    {
        foreach (var item in view.List(NetworkIndexes.Namespaces))
        {
            UpdateNamespace(view, item.Key.Name);
        }
    }

    /// <summary>Nobody needs it any more.</summary>
    public void Leave()
    {
        foreach (var (name, pods) in _pods)
        {
            foreach (var pod in pods.Keys)
            {
                memberships.Remove(new ObjectKey(NetworkIndexes.Pods, name, pod), this);
            }
        }
    }

    /// <summary>Sees to it that there are these sets, and no others.</summary>
    public void Provide(IReadOnlyCollection<PeerSet> wanted)
    {
        foreach (var set in _sets.Keys.Where(s => !wanted.Contains(s)).ToList())
        {
            _sets.Remove(set);
        }

        foreach (var set in wanted.Where(s => !_sets.ContainsKey(s)))
        {
            var added = new CountedSet(NftPart.Set(set.SetName, set.Port is null ? "ipv4_addr" : "ipv4_addr . inet_service"));
            foreach (var pod in _pods.Values.SelectMany(static p => p.Values))
            {
                added.Add(pod.ElementsOf(set.Port));
            }

            added.Commit();
            _sets.Add(set, added);
        }
    }

    /// <summary>A namespace has come, gone or got other labels.</summary>
    public void UpdateNamespace(ViewSnapshot view, string name)
    {
        var isSelected = selector.SelectsNamespace(view.Get(new ObjectKey(NetworkIndexes.Namespaces, "", name)));
        if (isSelected == _pods.ContainsKey(name))
        {
            return;
        }

        if (isSelected)
        {
            _pods.Add(name, []);
            foreach (var pod in view.List(NetworkIndexes.Pods, name))
            {
                Update(pod.Key, pod);
            }
        }
        else
        {
            foreach (var pod in _pods[name].Keys.ToList())
            {
                Update(new ObjectKey(NetworkIndexes.Pods, name, pod), null);
            }

            _pods.Remove(name);
        }
    }

    /// <summary>A pod in a namespace that is selected has come, gone or changed.</summary>
    public void Update(ObjectKey key, StoredObject? stored)
    {
        var pods = _pods[key.Namespace];
        var before = pods.GetValueOrDefault(key.Name);
        var after = stored is not null && selector.Selects(stored.Header.Labels) ? facts.Read(stored) : null;
        if (Equals(before, after))
        {
            return;
        }

        foreach (var (set, elements) in _sets)
        {
            elements.Remove(before?.ElementsOf(set.Port) ?? []);
            elements.Add(after?.ElementsOf(set.Port) ?? []);
        }

        if (after is null)
        {
            pods.Remove(key.Name);
            memberships.Remove(key, this);
        }
        else
        {
            pods[key.Name] = after;
            memberships.Add(key, this);
        }
    }

    /// <summary>The sets that differ since the last time.</summary>
    public IEnumerable<FilterSet> Commit()
    {
        foreach (var set in _sets.Values)
        {
            if (set.Commit())
            {
                yield return set.Current;
            }
        }
    }
}
