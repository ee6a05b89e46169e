using System.Globalization;
using System.Text.Json;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Extensions;

/// <summary>Checks JSON values by a schema, with the messages of Kubernetes' OpenAPI validator.</summary>
internal static class SchemaValues
{
    public static void Validate(JsonElement value, SchemaNode schema, FieldPath path, FieldErrors errors) => Validate(value, schema, new SchemaPlace(path, ""), errors);

    public static void Validate(JsonElement value, SchemaNode schema, SchemaPlace place, FieldErrors errors)
    {
        if (value.ValueKind == JsonValueKind.Null && schema.Props.Nullable)
        {
            return;
        }

        if (!HasType(value, schema))
        {
            var actual = TypeOf(value);
            errors.TypeInvalid(place.Field, actual, $"{place.Name} in body must be of type {schema.Props.Type ?? "integer,string"}: \"{actual}\"".TrimStart());
            return;
        }

        ValidateEnum(value, schema.Props, place, errors);
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                SchemaScalars.ValidateText(value.GetString()!, schema.Props, place, errors);
                break;
            case JsonValueKind.Number:
                SchemaScalars.ValidateNumber(value, schema.Props, place, errors);
                break;
            case JsonValueKind.Array:
                ValidateArray(value, schema, place, errors);
                break;
            case JsonValueKind.Object:
                ValidateObject(value, schema, place, errors);
                break;
        }

        ValidateConditions(value, schema, place, errors);
    }

    private static bool HasType(JsonElement value, SchemaNode schema) => schema.Props switch
    {
        { XIntOrString: true } => TypeOf(value) is "integer" or "string",
        { Type: null } => true,
        { Type: "number" } => value.ValueKind == JsonValueKind.Number,
        { Type: { } type } => TypeOf(value) == type,
    };

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.GetDouble() is var number && number == Math.Floor(number) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Array => "array",
        JsonValueKind.Object => "object",
        _ => "null",
    };

    private static void ValidateEnum(JsonElement value, JSONSchemaProps props, SchemaPlace place, FieldErrors errors)
    {
        if (props.Enum is not { } allowed)
        {
            return;
        }

        var values = allowed.Select(a => JsonElement.Parse(a.Utf8.Span)).ToList();
        if (!values.Any(a => JsonElement.DeepEquals(a, value)))
        {
            errors.NotSupported(place.Field, Shown(value), values.Select(a => a.ValueKind == JsonValueKind.String ? a.GetString()! : a.GetRawText()));
        }
    }

    private static void ValidateArray(JsonElement value, SchemaNode schema, SchemaPlace place, FieldErrors errors)
    {
        var count = value.GetArrayLength();
        if (schema.Props.MaxItems < count)
        {
            errors.TooMany(place.Field, count, (int)schema.Props.MaxItems!);
        }

        if (schema.Props.MinItems > count)
        {
            place.Invalid(count, $"should have at least {schema.Props.MinItems} items", errors);
        }

        foreach (var (i, item) in schema.Items is null ? [] : value.EnumerateArray().Index())
        {
            Validate(item, schema.Items!, place.Item(i), errors);
        }
    }

    private static void ValidateObject(JsonElement value, SchemaNode schema, SchemaPlace place, FieldErrors errors)
    {
        var members = value.EnumerateObject().ToDictionary(m => m.Name, m => m.Value, StringComparer.Ordinal);
        if (schema.Props.MaxProperties < members.Count)
        {
            errors.TooMany(place.Field, members.Count, (int)schema.Props.MaxProperties!);
        }

        if (schema.Props.MinProperties > members.Count)
        {
            place.Invalid(members.Count, $"should have at least {schema.Props.MinProperties} properties", errors);
        }

        foreach (var name in (schema.Props.Required ?? []).Where(r => !members.ContainsKey(r)))
        {
            errors.Required(place.Member(name).Field);
        }

        foreach (var (name, member) in members)
        {
            if ((schema.Properties.GetValueOrDefault(name) ?? schema.Additional) is { } property)
            {
                Validate(member, property, place.Member(name), errors);
            }
        }
    }

    private static void ValidateConditions(JsonElement value, SchemaNode schema, SchemaPlace place, FieldErrors errors)
    {
        foreach (var part in schema.AllOf)
        {
            Validate(value, part, place, errors);
        }

        if (schema.AnyOf.Count > 0 && !schema.AnyOf.Any(part => IsValid(value, part)))
        {
            errors.Invalid(place.Root, "", $"\"{place.Name}\" must validate at least one schema (anyOf)");
        }

        var matches = schema.OneOf.Count(part => IsValid(value, part));
        if (schema.OneOf.Count > 0 && matches != 1)
        {
            errors.Invalid(place.Root, "", string.Create(
                CultureInfo.InvariantCulture,
                $"\"{place.Name}\" must validate one and only one schema (oneOf). {(matches == 0 ? "Found none valid" : $"Found {matches} valid alternatives")}"));
        }

        if (schema.Not is { } not && IsValid(value, not))
        {
            errors.Invalid(place.Root, "", $"\"{place.Name}\" must not validate the schema (not)");
        }
    }

    private static bool IsValid(JsonElement value, SchemaNode schema)
    {
        var errors = new FieldErrors();
        Validate(value, schema, FieldPath.Of("value"), errors);
        return !errors.Any;
    }

    private static object? Shown(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : new GoText(JsonGoText.Of(value));
}
