using System.Text.RegularExpressions;
using ActorKube.Api.Errors;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Extensions;

/// <summary>The logical parts of a structural schema: conditions only, no types and nothing that describes fields.</summary>
internal static class NestedSchemaValidation
{
    private static readonly JSONSchemaProps Integer = new() { Type = "integer" };
    private static readonly JSONSchemaProps Text = new() { Type = "string" };

    /// <summary>The conditions of a node. The idiom of integers or strings may name types: <c>anyOf: [{type: integer}, {type: string}]</c>.</summary>
    public static void ValidateConditions(SchemaNode node, FieldPath path, FieldErrors errors) =>
        ValidateConditions(node, IsIntOrString(node.AnyOf), node.AllOf is [{ } first, ..] && IsIntOrString(first.AnyOf), path, errors);

    private static void ValidateConditions(SchemaNode node, bool skipAnyOf, bool skipFirstAllOf, FieldPath path, FieldErrors errors)
    {
        foreach (var (i, part) in skipAnyOf ? [] : node.AnyOf.Index())
        {
            Validate(part, false, path.Child("anyOf").Index(i), errors);
        }

        foreach (var (i, part) in node.AllOf.Index())
        {
            Validate(part, skipFirstAllOf && i == 0, path.Child("allOf").Index(i), errors);
        }

        foreach (var (i, part) in node.OneOf.Index())
        {
            Validate(part, false, path.Child("oneOf").Index(i), errors);
        }

        if (node.Not is { } not)
        {
            Validate(not, false, path.Child("not"), errors);
        }

        if (node.Props.Pattern is { } pattern && WhyInvalid(pattern) is { } reason)
        {
            errors.Invalid(path.Child("pattern"), pattern, "must be a valid regular expression, but isn't: " + reason);
        }
    }

    private static void Validate(SchemaNode node, bool skipAnyOf, FieldPath path, FieldErrors errors)
    {
        ValidateConditions(node, skipAnyOf, false, path, errors);
        if (node.Items is { } items)
        {
            Validate(items, false, path.Child("items"), errors);
        }

        foreach (var (name, property) in node.Properties)
        {
            Validate(property, false, path.Child("properties").Key(name), errors);
        }

        var props = node.Props;
        Forbid(props.Type is not null, "type", "must be empty");
        Forbid(node.AllowsAdditional == true, "additionalProperties", "must be undefined");
        Forbid(props.Default is not null, "default", "must be undefined");
        Forbid(props.Title is not null, "title", "must be empty");
        Forbid(props.Description is not null, "description", "must be empty");
        Forbid(props.Nullable, "nullable", "must be false");
        Forbid(props.XPreserveUnknownFields == true, "x-kubernetes-preserve-unknown-fields", "must be false");
        Forbid(props.XEmbeddedResource, "x-kubernetes-embedded-resource", "must be false");
        Forbid(props.XIntOrString, "x-kubernetes-int-or-string", "must be false");
        Forbid(props.XListMapKeys is not null, "x-kubernetes-list-map-keys", "must be empty");
        Forbid(props.XListType is not null, "x-kubernetes-list-type", "must be undefined");
        Forbid(props.XMapType is not null, "x-kubernetes-map-type", "must be undefined");
        Forbid(props.XValidations is not null, "x-kubernetes-validations", "must be empty");
        if (node.Properties.ContainsKey("metadata"))
        {
            errors.Forbidden(path.Child("properties").Key("metadata"), "must not be specified in a nested context");
        }

        void Forbid(bool wrong, string field, string message)
        {
            if (wrong)
            {
                errors.Forbidden(path.Child(field), message + " to be structural");
            }
        }
    }

    private static bool IsIntOrString(IReadOnlyList<SchemaNode> parts) =>
        parts is [{ } first, { } second] && ApiEquality.Same(first.Props, Integer) && ApiEquality.Same(second.Props, Text);

    private static string? WhyInvalid(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant);
            return null;
        }
        catch (ArgumentException e)
        {
            return "error parsing regexp: " + e.Message;
        }
    }
}
