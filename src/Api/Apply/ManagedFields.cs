using System.Text.Json.Nodes;

namespace ActorKube.Api.Apply;

/// <summary>The owners of an object's fields: <c>metadata.managedFields</c>. Immutable; sorted as Kubernetes sorts it.</summary>
public sealed class ManagedFields
{
    private ManagedFields(ManagedFieldsEntry[] entries) => Entries = entries;

    public static ManagedFields Empty { get; } = new([]);

    public IReadOnlyList<ManagedFieldsEntry> Entries { get; }

    public bool IsEmpty => Entries.Count == 0;

    public static ManagedFields Create(IEnumerable<ManagedFieldsEntry> entries)
    {
        var sorted = entries
            .OrderBy(e => e.Operation)
            .ThenBy(e => Seconds(e.Time))
            .ThenBy(e => e.Manager, StringComparer.Ordinal)
            .ThenBy(e => e.ApiVersion, StringComparer.Ordinal)
            .ThenBy(e => e.Subresource, StringComparer.Ordinal)
            .ToArray();
        return sorted.Length == 0 ? Empty : new ManagedFields(sorted);
    }

    /// <summary>Reads the list; null is empty. Of several entries with one identity the last counts.</summary>
    /// <exception cref="FormatException">The JSON is no list of entries.</exception>
    public static ManagedFields Read(JsonNode? json) => json switch
    {
        null => Empty,
        JsonArray list => Create(list.Select(ManagedFieldsEntry.Read).GroupBy(e => e.Id).Select(g => g.Last())),
        _ => throw new FormatException("managedFields must be a list"),
    };

    /// <summary>Reads the list of an object.</summary>
    /// <exception cref="FormatException">The list is no list of entries.</exception>
    public static ManagedFields Of(JsonObject document) => Read((document["metadata"] as JsonObject)?["managedFields"]);

    public JsonArray ToJson() => new([.. Entries.Select(e => e.ToJson())]);

    /// <summary>Puts the list into an object, in place of the one it has.</summary>
    public void WriteTo(JsonObject document)
    {
        if (document["metadata"] is not JsonObject metadata)
        {
            if (IsEmpty)
            {
                return;
            }

            document["metadata"] = metadata = [];
        }

        metadata.Remove("managedFields");
        if (!IsEmpty)
        {
            metadata["managedFields"] = ToJson();
        }
    }

    /// <summary>True if both say the same of owners, whatever their times. Then a write that changed nothing else keeps the old list.</summary>
    public bool EqualsIgnoringTimes(ManagedFields other) =>
        Entries.Count == other.Entries.Count
        && Entries.Select(e => e with { Time = null }).ToHashSet().SetEquals(other.Entries.Select(e => e with { Time = null }));

    internal static long Seconds(DateTimeOffset? time) => time?.ToUnixTimeSeconds() ?? 0;
}
