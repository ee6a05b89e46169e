using ActorKube.Api.Errors;

namespace ActorKube.Api.Extensions;

/// <summary>Fields that a field selector may name: scalars of the schema outside the metadata.</summary>
internal static class SelectableFieldValidation
{
    private const int MaxFields = 8;

    public static void Validate(IReadOnlyList<SelectableField> fields, JSONSchemaProps? schema, string noSchema, FieldPath path, FieldErrors errors)
    {
        if (SchemaNode.Of(schema) is not { } root)
        {
            errors.Invalid(path, "", noSchema);
            return;
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var (i, field) in fields.Index())
        {
            Validate(field.JsonPath, root, seen, path.Index(i).Child("jsonPath"), errors);
        }

        if (seen.Count > MaxFields)
        {
            errors.TooMany(path, seen.Count, MaxFields);
        }
    }

    private static void Validate(string text, SchemaNode root, HashSet<string> seen, FieldPath path, FieldErrors errors)
    {
        if (text.Length == 0)
        {
            errors.Required(path);
            return;
        }

        if (!SchemaFieldPath.TryFind(text, root, allowBrackets: false, out var names, out var found, out var error))
        {
            errors.Invalid(path, text, "is an invalid path: " + error);
            return;
        }

        if (names[0] == "metadata")
        {
            errors.Invalid(path, text, "must not point to fields in metadata");
        }

        if (found.Props.Type is not ("string" or "boolean" or "integer"))
        {
            errors.Invalid(path, text, "must point to a field of type string, boolean or integer. Enum string fields and strings with formats are allowed.");
        }

        if (!seen.Add(string.Join('.', names)))
        {
            errors.Duplicate(path, text);
        }
    }
}
