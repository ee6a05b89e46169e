using Microsoft.CodeAnalysis;

namespace ActorKube.Api.Generator;

/// <summary>One property of a record.</summary>
internal sealed record FieldShape(
    string Property,
    string Json,
    ValueShape Type,
    bool Nullable,
    int Number,
    int In,
    int Under,
    bool Required,
    bool Always,
    bool KeepEmpty,
    bool WriteEmpty,
    string? Default,
    int List,
    string Keys,
    string? MergeKey,
    int Patch,
    string? Format,
    string? Schema,
    string Enum,
    bool Bare,
    string Doc)
{
    public static FieldShape Of(IPropertySymbol property, AttributeData attribute)
    {
        var name = property.Name;
        var nullable = property.NullableAnnotation == NullableAnnotation.Annotated;
        var format = attribute.Named("Format") as string;
        return new FieldShape(
            name,
            attribute.Named("Name") as string ?? char.ToLowerInvariant(name[0]) + name.Substring(1),
            ValueShape.Of(property.Type, format),
            nullable,
            (int)attribute.ConstructorArguments[0].Value!,
            attribute.Named("In") as int? ?? 0,
            attribute.Named("Under") as int? ?? 0,
            attribute.Named("Required") is true,
            attribute.Named("Always") is true,
            attribute.Named("KeepEmpty") is true,
            attribute.Named("WriteEmpty") is true,
            attribute.Named("Default") as string,
            attribute.Named("List") as int? ?? 0,
            Texts(attribute, "Keys"),
            attribute.Named("MergeKey") as string,
            attribute.Named("Patch") as int? ?? 0,
            format,
            attribute.Named("Schema") as string,
            Texts(attribute, "Enum"),
            attribute.Named("Bare") is true,
            Docs.Summary(property));
    }

    /// <summary>Numbers of the embedded messages on the way to the field, outermost first.</summary>
    public IReadOnlyList<int> Path => Under > 0 ? [Under, In] : In > 0 ? [In] : [];

    /// <summary>Expression of the value where it isn't null.</summary>
    public string Value => Nullable && IsStruct ? Property + ".Value" : Property;

    /// <summary>Items of a collection expression with the texts of an argument; "" where there is none.</summary>
    private static string Texts(AttributeData attribute, string argument) =>
        attribute.NamedArguments.FirstOrDefault(a => a.Key == argument).Value is { IsNull: false, Kind: TypedConstantKind.Array } array
            ? string.Join(", ", array.Values.Select(v => Code.Literal((string)v.Value!)))
            : "";

    private bool IsStruct => Type.Kind is not (ValueKind.String or ValueKind.Raw or ValueKind.Object or ValueKind.List or ValueKind.Map);

    /// <summary>The default that OpenAPI shows: zero of what is always there, an empty object for a nested one, else what the attribute says.</summary>
    public string? PublishedDefault => Default ?? Type.Kind switch
    {
        ValueKind.String when !Nullable => "\"\"",
        ValueKind.Int32 or ValueKind.Int64 or ValueKind.Double when Always && !Nullable => "0",
        ValueKind.Boolean when Always && !Nullable => "false",
        ValueKind.Object when !Nullable => "{}",
        _ => null,
    };
}
