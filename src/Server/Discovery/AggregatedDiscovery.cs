using System.Text.Json;
using ActorKube.Api.Kinds;
using ActorKube.Server.Aggregation;

namespace ActorKube.Server.Discovery;

/// <summary>Discovery of everything in one document: APIGroupDiscoveryList of apidiscovery.k8s.io/v2.</summary>
internal static class AggregatedDiscovery
{
    /// <param name="extensions">Resources of groups that have servers of their own; null for one that doesn't answer.</param>
    public static void Write(
        Utf8JsonWriter writer, IEnumerable<ApiGroup> groups, string version, IReadOnlyDictionary<(string Group, string Version), IReadOnlyList<ListedResource>?> extensions)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, "APIGroupDiscoveryList"u8);
        writer.WriteString("apiVersion"u8, "apidiscovery.k8s.io/" + version);
        writer.WriteStartObject("metadata"u8);
        writer.WriteEndObject();
        writer.WriteStartArray("items"u8);
        foreach (var group in groups)
        {
            WriteGroup(writer, group, extensions);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteGroup(Utf8JsonWriter writer, ApiGroup group, IReadOnlyDictionary<(string Group, string Version), IReadOnlyList<ListedResource>?> extensions)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("metadata"u8);
        if (group.Name.Length > 0)
        {
            writer.WriteString("name"u8, group.Name);
        }

        writer.WriteNull("creationTimestamp"u8);
        writer.WriteEndObject();
        writer.WriteStartArray("versions"u8);
        foreach (var version in group.Versions)
        {
            writer.WriteStartObject();
            writer.WriteString("version"u8, version);
            writer.WriteStartArray("resources"u8);
            var isForeign = extensions.TryGetValue((group.Name, version), out var resources);
            foreach (var kind in group.KindsOf(version))
            {
                WriteKind(writer, kind);
            }

            ForeignDiscovery.Write(writer, group.Name, version, resources ?? []);
            writer.WriteEndArray();
            writer.WriteString("freshness"u8, isForeign && resources is null ? "Stale"u8 : "Current"u8);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteKind(Utf8JsonWriter writer, Kind kind)
    {
        writer.WriteStartObject();
        writer.WriteString("resource"u8, kind.Plural);
        WriteType(writer, "", "", kind.Name);
        writer.WriteString("scope"u8, kind.Namespaced ? "Namespaced"u8 : "Cluster"u8);
        writer.WriteString("singularResource"u8, kind.Singular);
        LegacyDiscovery.WriteTexts(writer, "verbs", kind.Verbs);
        if (kind.ShortNames.Count > 0)
        {
            LegacyDiscovery.WriteTexts(writer, "shortNames", kind.ShortNames);
        }

        if (kind.Categories.Count > 0)
        {
            LegacyDiscovery.WriteTexts(writer, "categories", kind.Categories);
        }

        var subresources = Subresources.Of(kind);
        if (subresources.Count > 0)
        {
            writer.WriteStartArray("subresources"u8);
            foreach (var subresource in subresources)
            {
                writer.WriteStartObject();
                writer.WriteString("subresource"u8, subresource.Name);
                WriteType(writer, subresource.Group, subresource.Version, subresource.Kind);
                LegacyDiscovery.WriteTexts(writer, "verbs", subresource.Verbs);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    internal static void WriteType(Utf8JsonWriter writer, string group, string version, string kind)
    {
        writer.WriteStartObject("responseKind"u8);
        writer.WriteString("group"u8, group);
        writer.WriteString("version"u8, version);
        writer.WriteString("kind"u8, kind);
        writer.WriteEndObject();
    }
}
