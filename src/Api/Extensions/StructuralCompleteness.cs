using ActorKube.Api.Errors;

namespace ActorKube.Api.Extensions;

/// <summary>Fields that conditions speak of have to be specified outside of them.</summary>
internal static class StructuralCompleteness
{
    public static void Validate(SchemaNode root, FieldPath path, FieldErrors errors) => ValidateConditions(root, root, path, path, errors);

    private static void ValidateConditions(SchemaNode conditions, SchemaNode schema, FieldPath path, FieldPath conditionPath, FieldErrors errors)
    {
        if (conditions.Not is { } not)
        {
            Validate(not, schema, path, conditionPath.Child("not"), errors);
        }

        foreach (var (name, parts) in new[] { ("allOf", conditions.AllOf), ("anyOf", conditions.AnyOf), ("oneOf", conditions.OneOf) })
        {
            foreach (var (i, part) in parts.Index())
            {
                Validate(part, schema, path, conditionPath.Child(name).Index(i), errors);
            }
        }
    }

    private static void Validate(SchemaNode condition, SchemaNode? schema, FieldPath path, FieldPath conditionPath, FieldErrors errors)
    {
        if (schema is null)
        {
            errors.Required(path, $"because it is defined in {conditionPath}");
            return;
        }

        ValidateConditions(condition, schema, path, conditionPath, errors);
        if (condition.Items is { } items)
        {
            Validate(items, schema.Items, path.Child("items"), conditionPath.Child("items"), errors);
        }

        foreach (var (name, property) in condition.Properties)
        {
            Validate(
                property,
                schema.Properties.GetValueOrDefault(name),
                path.Child("properties").Key(name),
                conditionPath.Child("properties").Key(name),
                errors);
        }
    }
}
