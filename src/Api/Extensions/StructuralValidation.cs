using ActorKube.Api.Errors;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Extensions;

/// <summary>
/// Structural schemas: every field's type is given once, outside of the logical parts (allOf, anyOf, oneOf, not), which only add conditions.
/// Follows the Kubernetes page on custom resource definitions, "Specifying a structural schema".
/// </summary>
internal static class StructuralValidation
{
    private enum Level
    {
        Root,
        Item,
        Field,
    }

    public static void Validate(SchemaNode root, FieldPath path, FieldErrors errors) => Validate(root, Level.Root, path, errors);

    private static void Validate(SchemaNode node, Level level, FieldPath path, FieldErrors errors)
    {
        var props = node.Props;
        if (props.Type == "array" && node.Items is null)
        {
            errors.Required(path.Child("items"), "must be specified");
        }

        ValidateChildren(node, level, path, errors);
        ValidateExtensions(props, path, errors);
        NestedSchemaValidation.ValidateConditions(node, path, errors);
        ValidateType(props, level, path, errors);
        if (props.XEmbeddedResource)
        {
            ValidateEmbedded(node, path, errors);
        }

        ValidateObjectFields(node, level, path, errors);
    }

    private static void ValidateChildren(SchemaNode node, Level level, FieldPath path, FieldErrors errors)
    {
        if (node.Items is { } items)
        {
            Validate(items, Level.Item, path.Child("items"), errors);
        }

        foreach (var (name, property) in node.Properties)
        {
            Validate(property, Level.Field, path.Child("properties").Key(name), errors);
        }

        if (node.AllowsAdditional is not null && level == Level.Root)
        {
            errors.Forbidden(path.Child("additionalProperties"), "must not be used at the root");
        }

        if (node.Additional is { } additional)
        {
            Validate(additional, Level.Field, path.Child("additionalProperties"), errors);
        }
    }

    private static void ValidateExtensions(JSONSchemaProps props, FieldPath path, FieldErrors errors)
    {
        if (props is { XIntOrString: true, XPreserveUnknownFields: true })
        {
            errors.Invalid(path.Child("x-kubernetes-preserve-unknown-fields"), true, "must be false if x-kubernetes-int-or-string is true");
        }

        if (props is { XIntOrString: true, XEmbeddedResource: true })
        {
            errors.Invalid(path.Child("x-kubernetes-embedded-resource"), true, "must be false if x-kubernetes-int-or-string is true");
        }
    }

    private static void ValidateType(JSONSchemaProps props, Level level, FieldPath path, FieldErrors errors)
    {
        if (props.XEmbeddedResource)
        {
            if (props.Type != "object")
            {
                ListTypeRules.WrongType(props.Type, "must be object if x-kubernetes-embedded-resource is true", path.Child("type"), errors);
            }
        }
        else if (props is { Type: null, XIntOrString: false, XPreserveUnknownFields: not true })
        {
            errors.Required(path.Child("type"), level switch
            {
                Level.Root => "must not be empty at the root",
                Level.Item => "must not be empty for specified array items",
                _ => "must not be empty for specified object fields",
            });
        }

        if (level == Level.Root && props.Type is not (null or "object"))
        {
            errors.Invalid(path.Child("type"), props.Type, "must be object at the root");
        }
    }

    private static void ValidateEmbedded(SchemaNode node, FieldPath path, FieldErrors errors)
    {
        if (node.AllowsAdditional is not null)
        {
            errors.Forbidden(path.Child("additionalProperties"), "must not be used if x-kubernetes-embedded-resource is set");
        }

        if (node.Props.XPreserveUnknownFields != true && node.Properties.Count == 0)
        {
            errors.Required(
                path.Child("properties"), "must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields");
        }
    }

    /// <summary>kind, apiVersion and metadata of objects are what they are.</summary>
    private static void ValidateObjectFields(SchemaNode node, Level level, FieldPath path, FieldErrors errors)
    {
        var isObject = level == Level.Root || node.Props.XEmbeddedResource;
        foreach (var name in (string[])["kind", "apiVersion"])
        {
            if (isObject && node.Properties.TryGetValue(name, out var field) && field.Props.Type != "string")
            {
                errors.Invalid(path.Child("properties").Key(name).Child("type"), field.Props.Type ?? "", "must be string");
            }
        }

        if (!node.Properties.TryGetValue("metadata", out var metadata))
        {
            return;
        }

        var at = path.Child("properties").Key("metadata");
        if (isObject && metadata.Props.Type != "object")
        {
            errors.Invalid(at.Child("type"), metadata.Props.Type ?? "", "must be object");
        }

        if (level == Level.Root && !IsPlainMetadata(metadata))
        {
            errors.Forbidden(at, "must not specify anything other than name and generateName, but metadata is implicitly specified");
        }
    }

    private static bool IsPlainMetadata(SchemaNode metadata)
    {
        var onlyNames = metadata.Properties.Keys.All(k => k is "name" or "generateName");
        var rest = metadata.Props with { Type = null, Default = null, Properties = onlyNames ? null : metadata.Props.Properties };
        return ApiEquality.Same(rest, new JSONSchemaProps());
    }
}
