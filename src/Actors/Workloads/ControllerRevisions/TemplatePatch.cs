using System.Buffers;
using System.Text;
using System.Text.Json;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Serialization;

namespace ActorKube.Actors.Workloads.ControllerRevisions;

/// <summary>
/// What a ControllerRevision remembers of a template: the strategic merge patch that restores it, which is what <c>kubectl rollout undo</c> sends. Its members are
/// in ordinal order, so that the same template always gives the same bytes.
/// </summary>
internal static class TemplatePatch
{
    private const string Spec = "spec";
    private const string Template = "template";
    private const string Directive = "$patch";

    public static RawJson Of(PodTemplateSpec template)
    {
        using var document = JsonDocument.Parse(ApiWriter.ToUtf8(template));
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteStartObject(Spec);
            writer.WriteStartObject(Template);
            writer.WriteString(Directive, "replace");
            foreach (var member in document.RootElement.EnumerateObject())
            {
                member.WriteTo(writer);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return new RawJson(CanonicalJson.Of(buffer.WrittenSpan));
    }

    /// <summary>The template that a revision restores; null when it holds none, which only one made by hand does.</summary>
    public static PodTemplateSpec? TemplateOf(ControllerRevision revision)
    {
        if (revision.Data is null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(revision.Data.Utf8);
        return document.RootElement is { ValueKind: JsonValueKind.Object } root
            && root.TryGetProperty(Spec, out var spec) && spec.ValueKind == JsonValueKind.Object
            && spec.TryGetProperty(Template, out var template) && template.ValueKind == JsonValueKind.Object
                ? Read(template)
                : null;
    }

    public static bool IsOf(ControllerRevision revision, RawJson patch) =>
        revision.Data is { } data && (data.Equals(patch) || (data.Utf8.Length == patch.Utf8.Length && CanonicalJson.Of(data.Utf8.Span).AsSpan().SequenceEqual(patch.Utf8.Span)));

    private static PodTemplateSpec? Read(JsonElement template)
    {
        try
        {
            return ApiWriter.FromUtf8<PodTemplateSpec>(Encoding.UTF8.GetBytes(template.GetRawText()));
        }
        catch (ApiDecodeException)
        {
            // Not a template: whoever wrote it, nothing can be restored from it.
            return null;
        }
    }
}
