using System.Globalization;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Shared;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Selectors;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Scheduling.Neighbours;

/// <summary>
/// What a pod says about other pods in a domain: which ones it means, and by which label of nodes domains are told apart. Two rules with the same text are the same rule, whosever they are. The
/// keys of <c>matchLabelKeys</c> and <c>mismatchLabelKeys</c> are in the selector: of terms since the pod was created, of constraints since the rule was made.
/// </summary>
internal sealed class NeighbourRule
{
    /// <summary>The label by which nodes are told apart one by one.</summary>
    public const string Hostname = "kubernetes.io/hostname";

    private const int Required = 1;

    private readonly LabelQuery _labels;
    private readonly LabelQuery? _namespaceQuery;
    private readonly IReadOnlyList<string> _namespaces;
    private readonly PodSelection _named;

    private NeighbourRule(RuleKind kind, int weight, string topologyKey, LabelQuery labels, IReadOnlyList<string> namespaces, LabelQuery? namespaceQuery)
    {
        (Kind, Weight, TopologyKey, _labels, _namespaces, _namespaceQuery) = (kind, weight, topologyKey, labels, namespaces, namespaceQuery);
        _named = new PodSelection(labels, namespaceQuery is { IsEverything: true } ? null : namespaces);
        Text = string.Create(CultureInfo.InvariantCulture, $"{kind} {weight} {topologyKey} {_named.Text} {namespaceQuery}");
    }

    public RuleKind Kind { get; }

    /// <summary>How much a wish weighs, 1 to 100; what is required weighs 1 to those that it is about, as in Kubernetes.</summary>
    public int Weight { get; }

    public string TopologyKey { get; }

    /// <summary>The whole rule in words.</summary>
    public string Text { get; }

    /// <summary>For people: <c>repels ns/app=web by zone</c>.</summary>
    public string InWords => $"{Kind.ToString().ToLowerInvariant()} {_named.Text} by {TopologyKey}";

    /// <summary>Its domains are single nodes.</summary>
    public bool IsAboutNode => TopologyKey == Hostname;

    public static NeighbourRule Of(RuleKind kind, PodAffinityTerm term, string @namespace, int weight = Required)
    {
        var byLabels = term.NamespaceSelector is { } selector ? WorkloadSelectors.Query(selector) : null;
        return new NeighbourRule(
            kind,
            weight,
            term.TopologyKey,
            WorkloadSelectors.Query(term.LabelSelector) ?? LabelQuery.Nothing,
            term.Namespaces is { Count: > 0 } names ? names : byLabels is null ? [@namespace] : [],
            byLabels);
    }

    public static NeighbourRule Of(TopologySpreadConstraint constraint, Pod pod, string @namespace)
    {
        var query = WorkloadSelectors.Query(constraint.LabelSelector) ?? LabelQuery.Nothing;
        List<LabelRequirement> own =
        [
            .. (constraint.MatchLabelKeys ?? []).Where(k => pod.Metadata.Labels?.ContainsKey(k) == true)
                .Select(k => LabelRequirement.Create(k, LabelOperator.Equals, pod.Metadata.Labels![k])),
        ];
        var labels = own.Count == 0 || query.IsNothing ? query : LabelQuery.Create([.. query.Requirements, .. own]);
        return new NeighbourRule(RuleKind.Spreads, Required, constraint.TopologyKey, labels, [@namespace], null);
    }

    /// <summary>Whether it means a pod. The labels of namespaces are those of the view.</summary>
    public bool Means(PlacedPod pod, ViewSnapshot view) =>
        _named.Means(pod) || (_namespaceQuery is { IsEverything: false } && PodSelection.Matches(_labels, pod.Labels) && IsMeant(pod.Key.Namespace, view));

    /// <summary>The pods that it means, with the namespaces that are there at present.</summary>
    public PodSelection In(ViewSnapshot view) => _namespaceQuery is null or { IsEverything: true } ? _named
        : new PodSelection(_labels, view.List(Resources.Namespaces).Select(static n => n.Key.Name).Where(n => IsMeant(n, view)).Concat(_namespaces));

    private bool IsMeant(string @namespace, ViewSnapshot view) =>
        view.Get(new ObjectKey(Resources.Namespaces, "", @namespace)) is { } found && PodSelection.Matches(_namespaceQuery!, found.Header.Labels);
}
