using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Api.Selectors;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Scheduling.Neighbours;

/// <summary>Some pods, by their labels and namespaces. Holds no view, so that it may be kept.</summary>
internal sealed class PodSelection
{
    private readonly LabelQuery _labels;
    private readonly string[]? _namespaces;

    /// <param name="labels">What their labels are like.</param>
    /// <param name="namespaces">Null for all.</param>
    public PodSelection(LabelQuery labels, IEnumerable<string>? namespaces)
    {
        (_labels, _namespaces) = (labels, namespaces is null ? null : [.. namespaces.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
        Text = $"{(_namespaces is null ? "*" : string.Join(',', _namespaces))}/{(labels.IsNothing ? "none" : labels)}";
    }

    /// <summary>Says all of it: equal texts mean the same pods.</summary>
    public string Text { get; }

    public bool Means(PlacedPod pod) => Means(pod.Key.Namespace, pod.Labels);

    public bool Means(string @namespace, ObjectLabels labels) => (_namespaces is null || _namespaces.AsSpan().Contains(@namespace)) && Matches(_labels, labels);

    public static bool Matches(LabelQuery query, ObjectLabels labels)
    {
        if (query.IsNothing)
        {
            return false;
        }

        // Not by an enumerator, nor with a function over the labels: this is asked for each pod of a node.
        for (var i = 0; i < query.Requirements.Count; i++)
        {
            if (!query.Requirements[i].Matches(labels[query.Requirements[i].Key]))
            {
                return false;
            }
        }

        return true;
    }
}
