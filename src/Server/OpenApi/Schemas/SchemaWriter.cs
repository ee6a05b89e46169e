using System.Text.Json;
using ActorKube.Api.Schema;

namespace ActorKube.Server.OpenApi.Schemas;

/// <summary>Writes the parts of a schema in a dialect, into the object that is open.</summary>
internal sealed class SchemaWriter(Utf8JsonWriter json, Dialect dialect)
{
    public Dialect Dialect => dialect;

    /// <summary>What stands in <c>$ref</c> for a schema's name.</summary>
    public static string ReferenceTo(string name, Dialect dialect) => (dialect == Dialect.V2 ? "#/definitions/" : "#/components/schemas/") + name;

    /// <summary>Writes a text that is there.</summary>
    public void Text(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }

    /// <summary>Writes an array that isn't empty.</summary>
    public void Texts(string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a value that is JSON already.</summary>
    public void Raw(string name, string? value)
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value);
        }
    }

    public void OneOf(IReadOnlyList<string> types)
    {
        json.WriteStartArray("oneOf"u8);
        foreach (var type in types)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public void Properties(IReadOnlyList<FieldModel> fields)
    {
        if (fields.Count == 0)
        {
            return;
        }

        json.WriteStartObject("properties"u8);
        foreach (var field in fields.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            json.WriteStartObject(field.Name);
            Field(field);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void Field(FieldModel field)
    {
        if (!field.Bare)
        {
            Text("description", field.Doc);
            Default(field.Default);
        }

        Value(field.Type, field, isBare: field.Bare || field is { Doc: "", Default: null });
        FieldExtensions.Write(this, field);
    }

    /// <summary>Writes the type of a field, an item or a map's value.</summary>
    /// <param name="isBare">Nothing stands beside it.</param>
    private void Value(ValueModel type, FieldModel field, bool isBare)
    {
        if (ValueReferences.NameOf(type, field) is { } name)
        {
            Reference(name, isBare);
            return;
        }

        switch (type)
        {
            case ListModel list:
                json.WriteString("type"u8, "array"u8);
                Element("items", list.Item, field);
                break;
            case MapModel map:
                json.WriteString("type"u8, "object"u8);
                Element("additionalProperties", map.Value, field);
                break;
            case ScalarModel scalar:
                Scalar(scalar.Kind);
                Texts("enum", field.Enum);
                break;
        }
    }

    /// <summary>OpenAPI 3.0 ignores what stands beside a reference, so there the reference goes into <c>allOf</c>.</summary>
    private void Reference(string name, bool isBare)
    {
        var reference = ReferenceTo(name, dialect);
        if (isBare || dialect == Dialect.V2)
        {
            json.WriteString("$ref"u8, reference);
            return;
        }

        json.WriteStartArray("allOf"u8);
        json.WriteStartObject();
        json.WriteString("$ref"u8, reference);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void Element(string name, ValueModel type, FieldModel field)
    {
        var zero = Zero(type);
        json.WriteStartObject(name);
        Default(zero);
        Value(type, field, isBare: zero is null);
        json.WriteEndObject();
    }

    private void Default(string? value)
    {
        if (dialect == Dialect.V3)
        {
            Raw("default", value);
        }
    }

    private void Scalar(ScalarKind kind)
    {
        var (type, format) = kind switch
        {
            ScalarKind.Int32 => ("integer", "int32"),
            ScalarKind.Int64 => ("integer", "int64"),
            ScalarKind.Double => ("number", "double"),
            ScalarKind.Boolean => ("boolean", ""),
            ScalarKind.Bytes => ("string", "byte"),
            _ => ("string", ""),
        };
        Text("type", type);
        Text("format", format);
    }

    /// <summary>The default that Kubernetes publishes for items and map values: the zero of what can't be null.</summary>
    private static string? Zero(ValueModel type) => type switch
    {
        ObjectModel => "{}",
        ScalarModel { Kind: ScalarKind.String } => "\"\"",
        ScalarModel { Kind: ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Double } => "0",
        ScalarModel { Kind: ScalarKind.Boolean } => "false",
        _ => null,
    };
}
