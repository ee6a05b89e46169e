using System.Text.Json;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Extensions;

/// <summary>Defaults of a structural schema: valid by the schema that they stand in, without fields that it doesn't know.</summary>
internal static class SchemaDefaults
{
    public static void Validate(SchemaNode root, SchemaTolerance tolerance, FieldPath path, FieldErrors errors) => Validate(root, true, false, tolerance, path, errors);

    public static bool HasUnknownFields(RawJson value, SchemaNode node)
    {
        using var document = JsonDocument.Parse(value.Utf8, JsonLimits.DocumentOptions);
        return HasUnknownFields(document.RootElement, node);
    }

    /// <param name="isObject">The node describes a whole object, with metadata.</param>
    /// <param name="inMetadata">The node is part of an object's metadata, whose defaults the server checks with the object.</param>
    private static void Validate(SchemaNode node, bool isObject, bool inMetadata, SchemaTolerance tolerance, FieldPath path, FieldErrors errors)
    {
        isObject |= node.Props.XEmbeddedResource;
        inMetadata &= !node.Props.XEmbeddedResource;
        if (node.Props.Default is { } value)
        {
            ValidateDefault(value, node, inMetadata, tolerance, path.Child("default"), errors);
        }

        if (node.Items is { } items)
        {
            Validate(items, false, inMetadata, tolerance, path.Child("items"), errors);
        }

        foreach (var (name, property) in node.Properties)
        {
            var inner = inMetadata || (isObject && name is "metadata" or "apiVersion" or "kind");
            Validate(property, false, inner, tolerance, path.Child("properties").Key(name), errors);
        }
    }

    private static void ValidateDefault(RawJson value, SchemaNode node, bool inMetadata, SchemaTolerance tolerance, FieldPath path, FieldErrors errors)
    {
        using var document = JsonDocument.Parse(value.Utf8, JsonLimits.DocumentOptions);
        if (!inMetadata && !tolerance.UnprunedDefaults && HasUnknownFields(document.RootElement, node))
        {
            errors.Invalid(path, new GoText(JsonGoText.Of(document.RootElement)), "must not have unknown fields");
        }

        SchemaValues.Validate(document.RootElement, node, path, errors);
    }

    private static bool HasUnknownFields(JsonElement value, SchemaNode? node) => value.ValueKind switch
    {
        JsonValueKind.Array when node?.Items is { } items => value.EnumerateArray().Any(item => HasUnknownFields(item, items)),
        JsonValueKind.Object => value.EnumerateObject().Any(member => IsUnknown(member, node)),
        _ => false,
    };

    private static bool IsUnknown(JsonProperty member, SchemaNode? node)
    {
        if (node is null)
        {
            return true;
        }

        if (node.Properties.TryGetValue(member.Name, out var property))
        {
            return HasUnknownFields(member.Value, property);
        }

        return node.Additional is { } additional
            ? HasUnknownFields(member.Value, additional)
            : node.Props.XPreserveUnknownFields != true && node.AllowsAdditional != true
                && !(node.Props.XEmbeddedResource && member.Name is "metadata" or "apiVersion" or "kind");
    }
}
