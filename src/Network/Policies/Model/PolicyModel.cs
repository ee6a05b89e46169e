using System.Collections.Immutable;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Network.Policies.Rules;
using ActorKube.Network.Policies.Tables;

namespace ActorKube.Network.Policies.Model;

/// <summary>
/// From the view to the table that this node should have, kept up with what changes: a pod of another node costs the elements of the sets that it is in, and only what concerns this node's own
/// pods, or policies that isolate one of them, has the table put together again. No I/O. Not thread-safe.
/// </summary>
internal sealed class PolicyModel
{
    private readonly PolicyBook _policies = new();
    private readonly LocalPods _pods;
    private readonly PeerBook _peers;
    private readonly Dictionary<PolicyName, string> _refused = [];

    public PolicyModel(string nodeName, Func<ViewSnapshot, IEnumerable<StoredObject>> podsOfNode, Func<string, IReadOnlyList<string>> announced)
    {
        var facts = new PodFacts(nodeName, announced);
        _pods = new LocalPods(_policies, facts, podsOfNode);
        _peers = new PeerBook(facts);
    }

    /// <summary>Nobody is isolated. Its chains are there nevertheless: the kernel tracks connections only while a rule asks for it, and policies that come let those go on that it knows.</summary>
    private static readonly FilterTable Resting = new TableBuilder(new FilterTable()).AddPods([]).Build();

    public FilterTable Table { get; private set; } = Resting;

    /// <summary>The policies that isolate pods of this node.</summary>
    public ImmutableSortedSet<PolicyName> Used { get; private set; } = [];

    /// <summary>Pods of this node that some policy isolates.</summary>
    public int IsolatedPods { get; private set; }

    /// <summary>There are no policies in the whole cluster: pods needn't be looked at.</summary>
    public bool IsIdle => _policies.IsEmpty;

    /// <summary>Policies that isolate but allow nothing, because their rules can't be had, and why.</summary>
    public IReadOnlyDictionary<PolicyName, string> Refused => _refused;

    /// <summary>Of the policies that are used: what can't be programmed.</summary>
    public IReadOnlyDictionary<PolicyName, string> Problems { get; private set; } = new Dictionary<PolicyName, string>();

    /// <summary>Takes in what has changed.</summary>
    public FilterTable Update(ViewSnapshot view, PolicyMarks marks)
    {
        if (marks.Everything)
        {
            _policies.Fill(view);
            _pods.Clear();
            _peers.Clear();
            _refused.Clear();
        }

        var changed = marks.Everything ? [] : marks.Policies.Select(n => (Name: n, Policy: _policies.Update(view, n))).ToList();
        if (_policies.IsEmpty)
        {
            _pods.Clear();
            _peers.Clear();
            _refused.Clear();
            (Used, IsolatedPods, Problems) = ([], 0, new Dictionary<PolicyName, string>());
            return Table = Resting;
        }

        var isStructural = !_pods.IsFilled || changed.Count > 0;
        if (!_pods.IsFilled)
        {
            _pods.Fill(view);
        }
        else
        {
            foreach (var (name, policy) in changed)
            {
                _refused.Remove(name);
                _pods.Update(name, policy);
            }

            foreach (var pod in marks.Pods)
            {
                isStructural |= _pods.Update(pod, view.Get(pod));
            }
        }

        _peers.Update(view, marks.Namespaces, marks.Pods);
        var moved = _peers.Commit();
        return isStructural ? Build(view) : moved.Count > 0 ? Table = Table.With(moved) : Table;
    }

    /// <summary>Leaves out what these policies allow; who is isolated stays so.</summary>
    public FilterTable Refuse(ViewSnapshot view, IEnumerable<KeyValuePair<PolicyName, string>> policies)
    {
        foreach (var (name, why) in policies)
        {
            _refused[name] = why;
        }

        return Build(view);
    }

    public FilterTable Allow(ViewSnapshot view, PolicyName policy)
    {
        _refused.Remove(policy);
        return Build(view);
    }

    private FilterTable Build(ViewSnapshot view)
    {
        var pods = _pods.All.ToList();
        Used = [.. pods.SelectMany(static p => p.Ingress.Concat(p.Egress)).ToHashSet()];
        IsolatedPods = pods.Count(static p => p.IsIsolated);
        Problems = FindProblems(pods);
        if (Used.IsEmpty)
        {
            _peers.Clear();
            return Table = Resting;
        }

        List<PolicyChain> chains = [.. Chains(pods.SelectMany(static p => p.Ingress), static p => p.Ingress!), .. Chains(pods.SelectMany(static p => p.Egress), static p => p.Egress!)];
        _peers.Provide(view, chains.SelectMany(static c => c.Peers));
        var builder = new TableBuilder(Table).AddPods(pods).AddPolicies(chains).AddPeers(_peers.Sets);
        foreach (var port in chains.SelectMany(static c => c.OwnPorts).Distinct())
        {
            builder.AddOwnPort(port, pods);
        }

        return Table = builder.Build();
    }

    private IEnumerable<PolicyChain> Chains(IEnumerable<PolicyName> names, Func<CompiledPolicy, PolicyChain> direction) =>
        names.Distinct().Select(n => _refused.ContainsKey(n) ? direction(_policies[n]).Closed : direction(_policies[n]));

    private Dictionary<PolicyName, string> FindProblems(List<LocalPod> pods)
    {
        var problems = Used.SelectMany(n => _policies[n].Problems.Select(p => (Name: n, Why: p)));
        var open = pods.Where(static p => p.Fact.Unfiltered.Length > 0)
            .SelectMany(static p => p.Ingress.Union(p.Egress).Select(n => (Name: n, Why: $"the pod {p.Key.Name} can be reached and reach others by {string.Join(", ", p.Fact.Unfiltered)}: only IPv4 is filtered")));
        return problems.Concat(open).GroupBy(static p => p.Name, static p => p.Why).ToDictionary(static g => g.Key, static g => string.Join("; ", g.Distinct()));
    }
}
