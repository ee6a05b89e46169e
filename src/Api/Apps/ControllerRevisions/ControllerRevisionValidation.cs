using System.Text.Json;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Apps;

internal static class ControllerRevisionValidation
{
    private static readonly FieldPath Data = FieldPath.Of("data");

    public static void Validate(ControllerRevision value, FieldErrors errors)
    {
        Revision(value, errors);
        switch (KindOf(value.Data))
        {
            case JsonTokenType.Null:
                errors.Required(Data, "data is mandatory");
                break;
            case JsonTokenType.StartObject:
                break;
            default:
                errors.Required(Data, "data must be a valid JSON object");
                break;
        }
    }

    /// <summary>A revision is a record of the past: only its number and its metadata change.</summary>
    public static void ValidateUpdate(ControllerRevision next, ControllerRevision previous, FieldErrors errors)
    {
        Revision(next, errors);
        if (!Text(next.Data).SequenceEqual(Text(previous.Data)))
        {
            errors.Invalid(Data, Literal(next.Data), "field is immutable");
        }
    }

    private static void Revision(ControllerRevision value, FieldErrors errors) =>
        FieldRules.NonNegative(value.Revision, FieldPath.Of("revision"), errors);

    private static JsonTokenType KindOf(RawJson? data)
    {
        var reader = new Utf8JsonReader(Text(data), JsonLimits.ReaderOptions);
        return data is not null && reader.Read() ? reader.TokenType : JsonTokenType.Null;
    }

    private static ReadOnlySpan<byte> Text(RawJson? data) => data is null ? default : data.Utf8.Span;

    private static GoText Literal(RawJson? data) => new(data is null
        ? "runtime.RawExtension{Raw:[]uint8(nil), Object:runtime.Object(nil)}"
        : $"runtime.RawExtension{{Raw:[]uint8{{{string.Join(", ", data.Utf8.ToArray().Select(static b => $"0x{b:x}"))}}}, Object:runtime.Object(nil)}}");
}
