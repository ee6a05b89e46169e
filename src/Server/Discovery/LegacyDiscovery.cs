using System.Text.Json;
using ActorKube.Api.Kinds;

namespace ActorKube.Server.Discovery;

/// <summary>Discovery as it has always been: one document a group, one a version.</summary>
internal static class LegacyDiscovery
{
    public static void WriteVersions(Utf8JsonWriter writer, ApiGroup core, string serverAddress)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, "APIVersions"u8);
        WriteTexts(writer, "versions", core.Versions);
        writer.WriteStartArray("serverAddressByClientCIDRs"u8);
        writer.WriteStartObject();
        writer.WriteString("clientCIDR"u8, "0.0.0.0/0"u8);
        writer.WriteString("serverAddress"u8, serverAddress);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void WriteGroups(Utf8JsonWriter writer, IEnumerable<ApiGroup> groups)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, "APIGroupList"u8);
        writer.WriteString("apiVersion"u8, "v1"u8);
        writer.WriteStartArray("groups"u8);
        foreach (var group in groups)
        {
            WriteGroup(writer, group, typed: false);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void WriteGroup(Utf8JsonWriter writer, ApiGroup group, bool typed)
    {
        writer.WriteStartObject();
        if (typed)
        {
            writer.WriteString("kind"u8, "APIGroup"u8);
            writer.WriteString("apiVersion"u8, "v1"u8);
        }

        writer.WriteString("name"u8, group.Name);
        writer.WriteStartArray("versions"u8);
        foreach (var version in group.Versions)
        {
            WriteVersion(writer, group, version);
        }

        writer.WriteEndArray();
        writer.WritePropertyName("preferredVersion"u8);
        WriteVersion(writer, group, group.Versions[0]);
        writer.WriteEndObject();
    }

    public static void WriteResources(Utf8JsonWriter writer, ApiGroup group, string version)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, "APIResourceList"u8);
        if (group.Name.Length > 0)
        {
            writer.WriteString("apiVersion"u8, "v1"u8);
        }

        writer.WriteString("groupVersion"u8, group.Name.Length == 0 ? version : $"{group.Name}/{version}");
        writer.WriteStartArray("resources"u8);
        foreach (var kind in group.KindsOf(version))
        {
            WriteKind(writer, kind);
            foreach (var subresource in Subresources.Of(kind))
            {
                WriteSubresource(writer, kind, subresource);
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    internal static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static void WriteVersion(Utf8JsonWriter writer, ApiGroup group, string version)
    {
        writer.WriteStartObject();
        writer.WriteString("groupVersion"u8, $"{group.Name}/{version}");
        writer.WriteString("version"u8, version);
        writer.WriteEndObject();
    }

    private static void WriteKind(Utf8JsonWriter writer, Kind kind)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, kind.Plural);
        writer.WriteString("singularName"u8, kind.Singular);
        writer.WriteBoolean("namespaced"u8, kind.Namespaced);
        writer.WriteString("kind"u8, kind.Name);
        WriteTexts(writer, "verbs", kind.Verbs);
        if (kind.ShortNames.Count > 0)
        {
            WriteTexts(writer, "shortNames", kind.ShortNames);
        }

        if (kind.Categories.Count > 0)
        {
            WriteTexts(writer, "categories", kind.Categories);
        }

        writer.WriteEndObject();
    }

    private static void WriteSubresource(Utf8JsonWriter writer, Kind kind, Subresource subresource)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, $"{kind.Plural}/{subresource.Name}");
        writer.WriteString("singularName"u8, ""u8);
        writer.WriteBoolean("namespaced"u8, kind.Namespaced);
        if (subresource.Version.Length > 0)
        {
            writer.WriteString("group"u8, subresource.Group);
            writer.WriteString("version"u8, subresource.Version);
        }

        writer.WriteString("kind"u8, subresource.Kind);
        WriteTexts(writer, "verbs", subresource.Verbs);
        writer.WriteEndObject();
    }
}
