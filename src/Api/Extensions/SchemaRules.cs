using ActorKube.Api.Errors;

namespace ActorKube.Api.Extensions;

/// <summary>The rules that every node of a schema follows, structural or not.</summary>
internal static class SchemaRules
{
    private static readonly string[] Types = ["array", "boolean", "integer", "number", "object", "string"];

    public static bool IsKnownType(SchemaNode node) => node.Props.Type is not { } type || Types.Contains(type);

    public static void Validate(SchemaNode? node, SchemaContext context, FieldPath path, FieldErrors errors)
    {
        if (node is null)
        {
            return;
        }

        ValidateSupported(node, context, path, errors);
        ValidateChildren(node, context with { IsRoot = false }, context.IsRoot, path, errors);
        ValidateExtensions(node.Props, path, errors);
        ListTypeRules.Validate(node, context.Tolerance, path, errors);
        ExpressionRules.Validate(node, path, errors);
    }

    private static void ValidateSupported(SchemaNode node, SchemaContext context, FieldPath path, FieldErrors errors)
    {
        var props = node.Props;
        if (!context.Tolerance.UnknownTypes && !IsKnownType(node))
        {
            errors.NotSupported(path.Child("type"), props.Type, Types);
        }

        if (props.Default is not null && context.NoDefaults is { } reason)
        {
            errors.Forbidden(path.Child("default"), "must not be set " + reason);
        }

        Forbid(props.Id is not null, "id", "id is not supported");
        Forbid(props.AdditionalItems is not null, "additionalItems", "additionalItems is not supported");
        Forbid(props.PatternProperties is not null, "patternProperties", "patternProperties is not supported");
        Forbid(props.Definitions is not null, "definitions", "definitions is not supported");
        Forbid(props.Dependencies is not null, "dependencies", "dependencies is not supported");
        Forbid(props.Ref is not null, "$ref", "$ref is not supported");
        Forbid(props.Type == "null", "type", "type cannot be set to null, use nullable as an alternative");
        Forbid(node.ItemList.Count > 0, "items", "items must be a schema object and not an array");
        Forbid(context.InMetadata && props.XEmbeddedResource, "x-kubernetes-embedded-resource", "must not be used inside of resource meta");
        Forbid(props.UniqueItems, "uniqueItems", "uniqueItems cannot be set to true since the runtime complexity becomes quadratic");
        Forbid(
            node.Properties.Count > 0 && (node.AllowsAdditional == false || node.Additional is not null),
            "additionalProperties",
            "additionalProperties and properties are mutual exclusive");

        void Forbid(bool wrong, string field, string message)
        {
            if (wrong)
            {
                errors.Forbidden(path.Child(field), message);
            }
        }
    }

    private static void ValidateChildren(SchemaNode node, SchemaContext below, bool isRoot, FieldPath path, FieldErrors errors)
    {
        var additional = below.InMetadata ? below with { NoDefaults = "inside additionalProperties applying to object metadata" } : below;
        Validate(node.Additional, additional, path.Child("additionalProperties"), errors);
        foreach (var (name, property) in node.Properties)
        {
            var inner = below;
            if ((isRoot || node.Props.XEmbeddedResource) && name is "metadata" or "kind" or "apiVersion")
            {
                inner = inner with { InMetadata = true, NoDefaults = isRoot ? $"in top-level {name}" : inner.NoDefaults };
            }

            Validate(property, inner, path.Child("properties").Key(name), errors);
        }

        Validate(node.Not, below, path.Child("not"), errors);
        ValidateAll(node.AllOf, below, path.Child("allOf"), errors);
        ValidateAll(node.OneOf, below, path.Child("oneOf"), errors);
        ValidateAll(node.AnyOf, below, path.Child("anyOf"), errors);
        ValidateAll(node.Definitions, below, path.Child("definitions"), errors);
        Validate(node.Items, below, path.Child("items"), errors);
        ValidateAll(node.ItemList, below, path.Child("items"), errors);
        ValidateAll(node.Dependencies, below, path.Child("dependencies"), errors);
    }

    private static void ValidateAll(IReadOnlyList<SchemaNode> nodes, SchemaContext context, FieldPath path, FieldErrors errors)
    {
        foreach (var (i, node) in nodes.Index())
        {
            Validate(node, context, path.Index(i), errors);
        }
    }

    private static void ValidateAll(IReadOnlyDictionary<string, SchemaNode> nodes, SchemaContext context, FieldPath path, FieldErrors errors)
    {
        foreach (var (name, node) in nodes)
        {
            Validate(node, context, path.Key(name), errors);
        }
    }

    private static void ValidateExtensions(JSONSchemaProps props, FieldPath path, FieldErrors errors)
    {
        if (props.XPreserveUnknownFields == false)
        {
            errors.Invalid(path.Child("x-kubernetes-preserve-unknown-fields"), false, "must be true or undefined");
        }

        if (props.XMapType is not { } map)
        {
            return;
        }

        if (props.Type != "object")
        {
            ListTypeRules.WrongType(props.Type, "must be object if x-kubernetes-map-type is specified", path.Child("type"), errors);
        }

        if (map is not ("atomic" or "granular"))
        {
            errors.NotSupported(path.Child("x-kubernetes-map-type"), map, ["atomic", "granular"]);
        }
    }
}
