using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ActorKube.NodeAgent.Docker;

/// <summary>Builds the query part of a path; empty values are left out.</summary>
internal sealed class Query(string path)
{
    private readonly StringBuilder _text = new(path);
    private char _separator = '?';

    public Query With(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _text.Append(_separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            _separator = '&';
        }

        return this;
    }

    public Query With(string name, bool value) => With(name, value ? "1" : null);

    public Query With(string name, long? value) => With(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Docker's filters: a JSON map of names to values, of which one must match.</summary>
    public Query WithFilters(IReadOnlyDictionary<string, IReadOnlyList<string>> filters) =>
        filters.Count == 0 ? this : With("filters", JsonSerializer.Serialize(filters, DockerJson.Default.IReadOnlyDictionaryStringIReadOnlyListString));

    public override string ToString() => _text.ToString();
}
