using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Apply;

/// <summary>
/// The bridge from client-side to server-side apply with kubectl. Fields that kubectl applied before, as the annotation tells,
/// and that nobody changed since are no conflict for it; and the annotation follows its applies.
/// </summary>
internal static class LastApplied
{
    public const string Annotation = "kubectl.kubernetes.io/last-applied-configuration";
    private const string Kubectl = "kubectl";
    private const int MaxAnnotationsSize = 256 * 1024;
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = JsonLimits.MaxDepth };

    /// <summary>The conflicts that remain; the given ones if the annotation doesn't help.</summary>
    public static IReadOnlyList<FieldConflict> Allow(List<FieldConflict> conflicts, JsonObject live, string manager, FieldManagerOptions options)
    {
        if (manager != Kubectl || conflicts.Count == 0 || Read(live) is not { } last || Text(last, "apiVersion") != options.ApiVersion
            || ObjectCheck.Find(last, options.Type) is not null)
        {
            return conflicts;
        }

        var change = ObjectComparer.Compare(last, live, options.Type);
        var unchanged = ObjectFields.Of(last, options.Type).Except(change.Changed).Except(change.Removed);
        return conflicts.FindAll(c => !unchanged.Contains(c.Path));
    }

    /// <summary>Writes the configuration into the annotation, if the object has it and kubectl applies.</summary>
    public static void Refresh(JsonObject document, JsonObject config, string manager)
    {
        if (manager != Kubectl || Annotations(document) is not { } annotations || Text(annotations, Annotation) is null)
        {
            return;
        }

        var applied = (JsonObject)config.DeepClone();
        Annotations(applied)?.Remove(Annotation);
        annotations[Annotation] = applied.ToJsonString(Compact) + "\n";
        if (annotations.Sum(a => a.Key.Length + ((a.Value as JsonValue)?.ToString().Length ?? 0)) > MaxAnnotationsSize)
        {
            annotations.Remove(Annotation);
        }
    }

    private static JsonObject? Read(JsonObject document)
    {
        try
        {
            return Annotations(document) is { } annotations && Text(annotations, Annotation) is { } text ? JsonNode.Parse(text) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonObject? Annotations(JsonObject document) => (document["metadata"] as JsonObject)?["annotations"] as JsonObject;

    private static string? Text(JsonObject container, string name) =>
        container[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
