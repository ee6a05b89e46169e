using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Scheduling.Filters;

/// <summary>
/// Neighbours that a pod needs or must not have in a domain such as a zone, and pods that must not have it. The first of a group that needs itself may go
/// anywhere, or none could ever start. Follows "Inter-pod affinity and anti-affinity" of <c>kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node</c>.
/// </summary>
internal sealed class PodAffinityFilter : INodeFilter
{
    private readonly List<(string Key, HashSet<string> Domains)> _needed = [];
    private readonly List<(string Key, HashSet<string> Domains)> _avoided = [];
    private readonly HashSet<(string Key, string Value)> _refused = [];

    private PodAffinityFilter(PodRequest request)
    {
        var self = PlacedPod.Of(request.Stored, request.Demand);
        var @namespace = request.Stored.Key.Namespace;
        var needed = Terms(request.Pod.Spec.Affinity?.PodAffinity?.RequiredDuringSchedulingIgnoredDuringExecution, @namespace, request);
        var avoided = Terms(request.Pod.Spec.Affinity?.PodAntiAffinity?.RequiredDuringSchedulingIgnoredDuringExecution, @namespace, request);
        _needed.AddRange(needed.Select(t => (t.TopologyKey, Domains(request, t, pod => needed.All(n => n.Matches(pod))))));
        if (_needed.All(static n => n.Domains.Count == 0) && needed.All(t => t.Matches(self)))
        {
            IsFirst = _needed.Count > 0;
        }

        _avoided.AddRange(avoided.Select(t => (t.TopologyKey, Domains(request, t, t.Matches))));
        foreach (var slot in request.Nodes)
        {
            if (slot.Load is { Repelling: > 0 } load)
            {
                Refuse(request, slot, load, self);
            }
        }
    }

    private bool IsFirst { get; }

    /// <summary>None when neither the pod nor any other says anything about neighbours.</summary>
    public static IEnumerable<INodeFilter> For(PodRequest request)
    {
        var filter = new PodAffinityFilter(request);
        return filter._needed.Count + filter._avoided.Count + filter._refused.Count > 0 ? [filter] : [];
    }

    public Verdict Check(Candidate node)
    {
        var labels = node.Facts.Labels;
        if (_needed.Any(n => !labels.ContainsKey(n.Key) || (!IsFirst && !n.Domains.Contains(labels[n.Key]))))
        {
            return Verdict.RefuseForGood("node(s) didn't match pod affinity rules");
        }

        if (_avoided.Any(a => labels.TryGetValue(a.Key, out var value) && a.Domains.Contains(value)))
        {
            return Verdict.Refuse("node(s) didn't match pod anti-affinity rules");
        }

        return _refused.Any(r => labels.GetValueOrDefault(r.Key) == r.Value) ? Verdict.Refuse("node(s) didn't satisfy existing pods anti-affinity rules") : Verdict.Pass;
    }

    private static List<PodTerms> Terms(IReadOnlyList<PodAffinityTerm>? terms, string @namespace, PodRequest request) =>
        [.. (terms ?? []).Select(t => new PodTerms(t, @namespace, request.View))];

    /// <summary>Values of the term's label on nodes with a pod that it means.</summary>
    private static HashSet<string> Domains(PodRequest request, PodTerms term, Func<PlacedPod, bool> matches) =>
    [
        .. from slot in request.Nodes
           let value = slot.Facts?.Labels.GetValueOrDefault(term.TopologyKey)
           where value is not null && slot.Load.Pods.Any(matches)
           select value,
    ];

    private void Refuse(PodRequest request, NodeSlot slot, NodeLoad load, PlacedPod self)
    {
        foreach (var pod in load.Pods.Where(static p => p.Repels))
        {
            foreach (var term in Terms(pod.Affinity?.PodAntiAffinity?.RequiredDuringSchedulingIgnoredDuringExecution, pod.Key.Namespace, request))
            {
                if (term.Matches(self) && slot.Facts?.Labels.GetValueOrDefault(term.TopologyKey) is { } value)
                {
                    _refused.Add((term.TopologyKey, value));
                }
            }
        }
    }
}
