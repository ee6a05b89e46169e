using ActorKube.Api.Selectors;
using ActorKube.Engine.Objects;

namespace ActorKube.Network.Policies.Rules;

/// <summary>Pods by their labels, in one namespace or in those that have certain labels. Equal if it selects by the same conditions: rules with equal peers share what they know of them.</summary>
internal sealed class PeerSelector : IEquatable<PeerSelector>
{
    private readonly string _text;
    private readonly int _hash;
    private readonly LabelQuery? _namespaces;
    private readonly LabelQuery _pods;

    private PeerSelector(string? @namespace, LabelQuery? namespaces, LabelQuery pods)
    {
        (Namespace, _namespaces, _pods) = (@namespace, namespaces, pods);
        _text = @namespace is null ? $"namespaces {Shown(namespaces!)} pods {Shown(pods)}" : $"namespace {@namespace} pods {Shown(pods)}";
        _hash = _text.GetHashCode(StringComparison.Ordinal);
        foreach (var requirement in pods.Requirements)
        {
            if (Label is null && pods.ExactValue(requirement.Key) is { } value)
            {
                Label = KeyValuePair.Create(requirement.Key, value);
            }
        }
    }

    /// <summary>All pods of the cluster.</summary>
    public static PeerSelector Everybody { get; } = InNamespaces(LabelQuery.Everything, LabelQuery.Everything);

    /// <summary>The only one in which it selects; null for a choice by labels.</summary>
    public string? Namespace { get; }

    /// <summary>A label that every pod has that it selects; null if there is none for sure.</summary>
    public KeyValuePair<string, string>? Label { get; }

    public static PeerSelector InNamespace(string @namespace, LabelQuery pods) => new(@namespace, null, pods);

    public static PeerSelector InNamespaces(LabelQuery namespaces, LabelQuery pods) => new(null, namespaces, pods);

    /// <summary>Of a choice by labels.</summary>
    /// <param name="item">The Namespace object; null if there is none.</param>
    public bool SelectsNamespace(StoredObject? item) => item is not null && _namespaces!.Selects(item.Header.Labels);

    /// <param name="labels">Of a pod in a namespace that is selected.</param>
    public bool Selects(ObjectLabels labels) => _pods.Selects(labels);

    public bool Equals(PeerSelector? other) => other is not null && _hash == other._hash && _text == other._text;

    public override bool Equals(object? obj) => Equals(obj as PeerSelector);

    public override int GetHashCode() => _hash;

    public override string ToString() => _text;

    private static string Shown(LabelQuery query) => query.IsEverything ? "*" : query.ToString();
}
