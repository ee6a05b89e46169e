using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Extensions;

/// <summary>Lists that merge: sets of scalars, and maps by the keys of their items.</summary>
internal static class ListTypeRules
{
    public static void Validate(SchemaNode node, SchemaTolerance tolerance, FieldPath path, FieldErrors errors)
    {
        var props = node.Props;
        if (props.XListType is not null && props.Type != "array")
        {
            WrongType(props.Type, "must be array if x-kubernetes-list-type is specified", path.Child("type"), errors);
        }
        else if (!tolerance.GranularSets && IsGranularSet(node))
        {
            // For objects Kubernetes shows the list type where it speaks of the map type.
            var field = node.Items!.Props.Type == "array" ? "x-kubernetes-list-type" : "x-kubernetes-map-type";
            errors.Invalid(path.Child("items").Child(field), node.Items.Props.XListType, "must be atomic as item of a list with x-kubernetes-list-type=set");
        }

        if (props.XListType is not (null or "atomic" or "set" or "map"))
        {
            errors.NotSupported(path.Child("x-kubernetes-list-type"), props.XListType, ["atomic", "set", "map"]);
        }

        if (props.XListMapKeys is { Count: > 0 } && props.XListType != "map")
        {
            WrongType(props.XListType, "must be map if x-kubernetes-list-map-keys is non-empty", path.Child("x-kubernetes-list-type"), errors);
        }

        if (props.XListType == "map")
        {
            ValidateMap(node, path, errors);
        }

        if (!tolerance.LooseMapKeys)
        {
            ValidateKeys(node, path, errors);
        }
    }

    /// <summary>A set whose items could be merged in part.</summary>
    public static bool IsGranularSet(SchemaNode node) => node is { Props.XListType: "set", Items: { } items }
        && items.Props is { Type: "array", XListType: not (null or "atomic") } or { Type: "object", XMapType: not "atomic" };

    /// <summary>A set or map with items that may be null, or with keys that may be absent.</summary>
    public static bool HasLooseKeys(SchemaNode node)
    {
        var errors = new FieldErrors();
        ValidateKeys(node, FieldPath.Of("schema"), errors);
        return errors.Any;
    }

    public static void WrongType(string? actual, string message, FieldPath path, FieldErrors errors)
    {
        if (actual is null)
        {
            errors.Required(path, message);
        }
        else
        {
            errors.Invalid(path, actual, message);
        }
    }

    private static void ValidateMap(SchemaNode node, FieldPath path, FieldErrors errors)
    {
        var keys = node.Props.XListMapKeys ?? [];
        var keysPath = path.Child("x-kubernetes-list-map-keys");
        if (keys.Count == 0)
        {
            errors.Required(keysPath, "must not be empty if x-kubernetes-list-type is map");
        }

        switch (node)
        {
            case { Props.Items: null }:
                errors.Required(path.Child("items"), "must have a schema if x-kubernetes-list-type is map");
                return;
            case { Items: null }:
                errors.Invalid(path.Child("items"), new GoText("apiextensions.JSONSchemaPropsOrArray{}"), "must only have a single schema if x-kubernetes-list-type is map");
                return;
            case { Items.Props.Type: not "object" }:
                errors.Invalid(path.Child("items").Child("type"), node.Items.Props.Type ?? "", "must be object if parent array's x-kubernetes-list-type is map");
                return;
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            if (!node.Items.Properties.TryGetValue(key, out var property))
            {
                errors.Invalid(keysPath, GoText.List("string", keys), "entries must all be names of item properties");
            }
            else if (property.Props.Type is "array" or "object")
            {
                errors.Invalid(
                    path.Child("items").Child("properties").Key(key).Child("type"), "object", "must be a scalar type if parent array's x-kubernetes-list-type is map");
            }

            if (!seen.Add(key))
            {
                errors.Invalid(keysPath, GoText.List("string", keys), "must not contain duplicate entries");
            }
        }
    }

    private static void ValidateKeys(SchemaNode node, FieldPath path, FieldErrors errors)
    {
        if (node is not { Props.XListType: "set" or "map", Items: { } items })
        {
            return;
        }

        if (items.Props.Nullable)
        {
            errors.Forbidden(path.Child("items").Child("nullable"), "cannot be nullable when x-kubernetes-list-type is " + node.Props.XListType);
        }

        var keys = node.Props.XListType == "map" ? node.Props.XListMapKeys ?? [] : [];
        foreach (var key in keys.Where(items.Properties.ContainsKey))
        {
            var (property, at) = (items.Properties[key].Props, path.Child("items").Child("properties").Key(key));
            if (items.Props.Required?.Contains(key) != true && property.Default is null)
            {
                errors.Required(at.Child("default"), "this property is in x-kubernetes-list-map-keys, so it must have a default or be a required property");
            }

            if (property.Nullable)
            {
                errors.Forbidden(at.Child("nullable"), "this property is in x-kubernetes-list-map-keys, so it cannot be nullable");
            }
        }
    }
}
