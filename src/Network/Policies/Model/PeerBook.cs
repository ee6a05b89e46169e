using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Network.Policies.Rules;
using ActorKube.Network.Policies.Tables;

namespace ActorKube.Network.Policies.Model;

/// <summary>All peers that rules of this node have, each selector once, whoever uses it. Not thread-safe.</summary>
internal sealed class PeerBook(PodFacts facts)
{
    private readonly Dictionary<PeerSelector, PeerMembers> _all = [];
    private readonly Memberships _memberships = new();

    /// <summary>Those that select in one namespace.</summary>
    private readonly Dictionary<string, PeerGroup> _narrow = new(StringComparer.Ordinal);

    private PeerGroup _wide = new();

    public IEnumerable<FilterSet> Sets => _all.Values.SelectMany(static p => p.Sets);

    public void Clear()
    {
        _all.Clear();
        _memberships.Clear();
        _narrow.Clear();
        _wide = new PeerGroup();
    }

    /// <summary>Sees to it that there are these sets, and no others.</summary>
    public void Provide(ViewSnapshot view, IEnumerable<PeerSet> wanted)
    {
        var bySelector = wanted.GroupBy(static w => w.Peers).ToDictionary(static g => g.Key, static g => g.ToHashSet());
        foreach (var selector in _all.Keys.Where(s => !bySelector.ContainsKey(s)).ToList())
        {
            _all.Remove(selector, out var members);
            members!.Leave();
            Group(selector).Remove(members);
        }

        // The new ones of a namespace look at its pods together.
        var added = new Dictionary<string, PeerGroup>(StringComparer.Ordinal);
        foreach (var selector in bySelector.Keys.Where(s => !_all.ContainsKey(s)))
        {
            Add(view, selector, added);
        }

        foreach (var (name, group) in added)
        {
            foreach (var pod in view.List(NetworkIndexes.Pods, name))
            {
                foreach (var members in group.Candidates(pod.Header.Labels))
                {
                    members.Update(pod.Key, pod);
                }
            }
        }

        foreach (var (selector, sets) in bySelector)
        {
            _all[selector].Provide(sets);
        }
    }

    /// <summary>Namespaces first: those that are selected from now on bring their pods with them.</summary>
    public void Update(ViewSnapshot view, IEnumerable<string> namespaces, IEnumerable<ObjectKey> pods)
    {
        foreach (var name in namespaces)
        {
            foreach (var members in _wide.All)
            {
                members.UpdateNamespace(view, name);
            }
        }

        foreach (var pod in pods)
        {
            var stored = view.Get(pod);
            foreach (var members in _memberships.Of(pod).Concat(Candidates(pod, stored)).ToHashSet())
            {
                members.Update(pod, stored);
            }
        }
    }

    /// <summary>The sets that differ since the last time.</summary>
    public IReadOnlyList<FilterSet> Commit() => [.. _all.Values.SelectMany(static p => p.Commit())];

    private IEnumerable<PeerMembers> Candidates(ObjectKey pod, StoredObject? stored)
    {
        if (stored is null)
        {
            return [];
        }

        var labels = stored.Header.Labels;
        return _wide.Candidates(labels).Where(m => m.Selects(pod.Namespace)).Concat(_narrow.GetValueOrDefault(pod.Namespace)?.Candidates(labels) ?? []);
    }

    private void Add(ViewSnapshot view, PeerSelector selector, Dictionary<string, PeerGroup> added)
    {
        var members = new PeerMembers(selector, facts, _memberships);
        _all.Add(selector, members);
        Group(selector).Add(members);
        if (selector.Namespace is not { } name)
        {
            members.Fill(view);
            return;
        }

        members.Open();
        if (!added.TryGetValue(name, out var group))
        {
            added.Add(name, group = new PeerGroup());
        }

        group.Add(members);
    }

    private PeerGroup Group(PeerSelector selector)
    {
        if (selector.Namespace is not { } name)
        {
            return _wide;
        }

        if (!_narrow.TryGetValue(name, out var group))
        {
            _narrow.Add(name, group = new PeerGroup());
        }

        return group;
    }
}
