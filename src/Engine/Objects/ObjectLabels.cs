using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace ActorKube.Engine.Objects;

/// <summary>The labels of an object: a few pairs in one array, searched from the front. Immutable.</summary>
#pragma warning disable CA1710 // "Labels" says it.
public readonly struct ObjectLabels : IReadOnlyCollection<KeyValuePair<string, string>>
#pragma warning restore CA1710
{
    private readonly KeyValuePair<string, string>[]? _pairs;

    internal ObjectLabels(KeyValuePair<string, string>[] pairs) => _pairs = pairs;

    public int Count => _pairs?.Length ?? 0;

    /// <summary>The value of a label; null where the object does not carry it.</summary>
    public string? this[string key] => TryGetValue(key, out var value) ? value : null;

    public bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
    {
        foreach (var pair in _pairs.AsSpan())
        {
            if (string.Equals(pair.Key, key, StringComparison.Ordinal))
            {
                value = pair.Value;
                return true;
            }
        }

        value = null;
        return false;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, string>>)(_pairs ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
