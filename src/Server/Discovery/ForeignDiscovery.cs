using System.Text.Json;
using ActorKube.Server.Aggregation;

namespace ActorKube.Server.Discovery;

/// <summary>The resources of an extension server, told in its own list, in the form of the document for all groups.</summary>
internal static class ForeignDiscovery
{
    public static void Write(Utf8JsonWriter writer, string group, string version, IReadOnlyList<ListedResource> all)
    {
        // Some servers, metric adapters among them, list subresources of what they don't have themselves.
        foreach (var name in all.Select(static r => r.Parent ?? r.Name).Distinct())
        {
            var own = all.FirstOrDefault(r => r.Name == name);
            var below = all.Where(r => r.Parent == name).ToList();
            writer.WriteStartObject();
            writer.WriteString("resource"u8, name);
            AggregatedDiscovery.WriteType(writer, own is null ? "" : own.Group ?? group, own is null ? "" : own.Version ?? version, own?.Kind ?? "");
            writer.WriteString("scope"u8, (own ?? below[0]).Namespaced ? "Namespaced"u8 : "Cluster"u8);
            writer.WriteString("singularResource"u8, own?.SingularName ?? "");
            LegacyDiscovery.WriteTexts(writer, "verbs", own?.Verbs ?? []);
            WriteSome(writer, "shortNames", own?.ShortNames);
            WriteSome(writer, "categories", own?.Categories);
            WriteSubresources(writer, group, version, below);
            writer.WriteEndObject();
        }
    }

    private static void WriteSubresources(Utf8JsonWriter writer, string group, string version, List<ListedResource> below)
    {
        if (below.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("subresources"u8);
        foreach (var subresource in below)
        {
            writer.WriteStartObject();
            writer.WriteString("subresource"u8, subresource.Own);
            AggregatedDiscovery.WriteType(writer, subresource.Group ?? group, subresource.Version ?? version, subresource.Kind);
            LegacyDiscovery.WriteTexts(writer, "verbs", subresource.Verbs ?? []);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteSome(Utf8JsonWriter writer, string name, IReadOnlyList<string>? texts)
    {
        if (texts is { Count: > 0 })
        {
            LegacyDiscovery.WriteTexts(writer, name, texts);
        }
    }
}
