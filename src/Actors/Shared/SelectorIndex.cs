using ActorKube.Api.Meta;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Indexes;

namespace ActorKube.Actors.Shared;

/// <summary>
/// Finds who may select an object, without looking at all who select. Each selector is filed under one pair of labels that it demands, or under none
/// if it has only expressions; the candidates of an object are those under each of its labels and those under none. One without a selector is nobody's candidate.
/// </summary>
internal sealed class SelectorIndex(string resource, Func<StoredObject, LabelSelector?> selector)
{
    private const string Name = "selector";

    public string Resource { get; } = resource;

    public IndexDefinition Definition => new(Name, Resource, AddKeys);

    /// <summary>Objects of the resource in the namespace of the item whose selector may match it.</summary>
    public IEnumerable<StoredObject> Candidates(ViewSnapshot view, StoredObject item) =>
        item.Header.Labels.Select(l => Key(item.Key.Namespace, l.Key, l.Value)).Append(Key(item.Key.Namespace, "", ""))
            .SelectMany(key => view.Lookup(Resource, Name, key));

    private void AddKeys(StoredObject stored, ICollection<string> keys)
    {
        if (selector(stored) is not { } wanted)
        {
            return;
        }

        var labels = wanted.MatchLabels;
        var (label, value) = labels is { Count: > 0 } ? labels.MinBy(static l => l.Key, StringComparer.Ordinal) : new KeyValuePair<string, string>("", "");
        keys.Add(Key(stored.Key.Namespace, label, value));
    }

    private static string Key(string @namespace, string label, string value) => string.Concat(@namespace, "/", label, "=") + value;
}
