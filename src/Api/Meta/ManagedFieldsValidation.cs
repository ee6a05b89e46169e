using System.Globalization;
using ActorKube.Api.Errors;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Meta;

/// <summary>Records of who manages which fields.</summary>
public static class ManagedFieldsValidation
{
    /// <summary>Most bytes of a manager's name.</summary>
    public const int MaxManagerLength = 128;

    private const int MaxSubresourceLength = 256;

    public static void Validate(IReadOnlyList<ManagedFieldsEntry>? entries, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; entries is not null && i < entries.Count; i++)
        {
            Validate(entries[i], path.Index(i), errors);
        }
    }

    /// <summary>A manager's name: not too long, nothing invisible.</summary>
    public static void ValidateManager(string manager, FieldPath path, FieldErrors errors)
    {
        if (SyntaxMessages.IsLonger(manager, MaxManagerLength))
        {
            errors.TooLong(path, MaxManagerLength);
        }

        var position = 0;
        foreach (var rune in manager.EnumerateRunes())
        {
            if (!GoQuote.IsPrintable(rune))
            {
                errors.Invalid(path, manager, string.Create(CultureInfo.InvariantCulture, $"invalid character U+{rune.Value:X4} (at position {position})"));
            }

            position += rune.Utf8SequenceLength;
        }
    }

    private static void Validate(ManagedFieldsEntry entry, FieldPath path, FieldErrors errors)
    {
        if (entry.Operation is not ("Apply" or "Update"))
        {
            errors.Invalid(path.Child("operation"), entry.Operation ?? "", "must be `Apply` or `Update`");
        }

        if (entry.FieldsType is { Length: > 0 } and not "FieldsV1")
        {
            errors.Invalid(path.Child("fieldsType"), entry.FieldsType, "must be `FieldsV1`");
        }

        ValidateManager(entry.Manager ?? "", path.Child("manager"), errors);
        if (SyntaxMessages.IsLonger(entry.Subresource ?? "", MaxSubresourceLength))
        {
            errors.TooLong(path.Child("subresource"), MaxSubresourceLength);
        }
    }
}
