using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Shared;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Selectors;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Scheduling;

/// <summary>A term of pod affinity, made ready to be compared with pods: labels, and in which namespaces. Of a term without namespaces its pod's own is meant.</summary>
internal sealed class PodTerms
{
    private readonly LabelQuery _labels;
    private readonly HashSet<string> _namespaces;

    public PodTerms(PodAffinityTerm term, string @namespace, ViewSnapshot view)
    {
        TopologyKey = term.TopologyKey;
        _labels = WorkloadSelectors.Query(term.LabelSelector) ?? LabelQuery.Nothing;
        _namespaces = new HashSet<string>(term.Namespaces ?? [], StringComparer.Ordinal);
        if (term.NamespaceSelector is { } selector && WorkloadSelectors.Query(selector) is { } query)
        {
            _namespaces.UnionWith(view.List(Resources.Namespaces).Where(n =>
            {
                var labels = n.Header.Labels;
                return query.Matches(key => labels[key]);
            }).Select(static n => n.Key.Name));
        }
        else if (_namespaces.Count == 0)
        {
            _namespaces.Add(@namespace);
        }
    }

    public string TopologyKey { get; }

    public bool Matches(PlacedPod pod)
    {
        var labels = pod.Labels;
        return _namespaces.Contains(pod.Key.Namespace) && _labels.Matches(key => labels[key]);
    }
}
