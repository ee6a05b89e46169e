using Microsoft.CodeAnalysis;

namespace ActorKube.Api.Generator;

internal enum ValueKind
{
    String,
    Int32,
    Int64,
    Double,
    Boolean,
    Bytes,
    Time,
    MicroTime,
    Quantity,
    IntOrString,
    Raw,
    Object,
    List,
    Map,
}

/// <summary>The type of a value: its kind, its C# name, and what a list or map holds.</summary>
internal sealed record ValueShape(ValueKind Kind, string CSharp, ValueShape? Element)
{
    public static ValueShape Of(ITypeSymbol type, string? format)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        var name = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        return type.Name switch
        {
            "String" => new ValueShape(ValueKind.String, name, null),
            "Int32" => new ValueShape(ValueKind.Int32, name, null),
            "Int64" => new ValueShape(ValueKind.Int64, name, null),
            "Double" => new ValueShape(ValueKind.Double, name, null),
            "Boolean" => new ValueShape(ValueKind.Boolean, name, null),
            "ReadOnlyMemory" => new ValueShape(ValueKind.Bytes, name, null),
            "DateTimeOffset" => new ValueShape(format == "micro-time" ? ValueKind.MicroTime : ValueKind.Time, name, null),
            "Quantity" => new ValueShape(ValueKind.Quantity, name, null),
            "IntOrString" => new ValueShape(ValueKind.IntOrString, name, null),
            "RawJson" => new ValueShape(ValueKind.Raw, name, null),
            "IReadOnlyList" => new ValueShape(ValueKind.List, name, Of(((INamedTypeSymbol)type).TypeArguments[0], format)),
            "IReadOnlyDictionary" => new ValueShape(ValueKind.Map, name, Of(((INamedTypeSymbol)type).TypeArguments[1], format)),
            _ => new ValueShape(ValueKind.Object, name, null),
        };
    }

    /// <summary>Expression of the value's <c>ValueModel</c>.</summary>
    public string Model => Kind switch
    {
        ValueKind.List => $"new ListModel({Element!.Model})",
        ValueKind.Map => $"new MapModel({Element!.Model})",
        ValueKind.Object => $"new ObjectModel(static () => {CSharp}.Model)",
        ValueKind.Raw => "ValueModel.Any",
        _ => "ValueModel." + Kind,
    };

    /// <summary>Expression that reads the value at which <c>reader</c> stands.</summary>
    /// <param name="keepEmpty">Expression that tells whether an empty list or map is kept.</param>
    public string Read(string keepEmpty) => Kind switch
    {
        ValueKind.List => $"reader.ReadList<{Element!.CSharp}>({Element.Delegate}, {keepEmpty})",
        ValueKind.Map => $"reader.ReadMap<{Element!.CSharp}>({Element.Delegate}, {keepEmpty})",
        ValueKind.Object => $"{CSharp}.Read(ref reader)",
        _ => $"reader.Read{Kind}()",
    };

    /// <summary>Expression that reads one value of the protobuf field at which <c>reader</c> stands.</summary>
    public string ReadProto => Kind switch
    {
        ValueKind.Object => $"reader.ReadMessage<{CSharp}>()",
        ValueKind.List => "reader.ReadTexts()",
        ValueKind.Time or ValueKind.MicroTime => "reader.ReadTime()",
        _ => $"reader.Read{Kind}()",
    };

    /// <summary>As <see cref="ReadProto"/>, never null: the value of a map's entry.</summary>
    public string ReadEntryProto => Kind is ValueKind.Time or ValueKind.MicroTime ? "reader.ReadTime() ?? default" : ReadProto;

    /// <summary>Statement that writes <paramref name="value"/> as the protobuf field of that number.</summary>
    public string WriteProto(int number, string value) => Kind switch
    {
        ValueKind.Int32 or ValueKind.Int64 => $"writer.Int({number}, {value});",
        ValueKind.Object => $"writer.Message({number}, {value});",
        ValueKind.MicroTime => $"writer.Time({number}, {value});",
        ValueKind.List => $"writer.Texts({number}, {value});",
        _ => $"writer.{Kind}({number}, {value});",
    };

    /// <summary>Expression of the value that a map's entry has when it says none.</summary>
    public string Zero => Kind switch
    {
        ValueKind.String => "\"\"",
        ValueKind.List => "[]",
        ValueKind.Object => "new()",
        _ => "default!",
    };

    /// <summary>Statement that writes <paramref name="value"/>.</summary>
    public string Write(string value, int depth) => Kind switch
    {
        ValueKind.String => $"writer.WriteStringValue({value});",
        ValueKind.Int32 or ValueKind.Int64 or ValueKind.Double => $"writer.WriteNumberValue({value});",
        ValueKind.Boolean => $"writer.WriteBooleanValue({value});",
        ValueKind.Bytes => $"ApiWriter.Base64(writer, {value});",
        ValueKind.Time or ValueKind.MicroTime or ValueKind.Quantity or ValueKind.IntOrString => $"ApiWriter.{Kind}(writer, {value});",
        ValueKind.Raw => $"if ({value} is null) {{ writer.WriteNullValue(); }} else {{ {value}.Write(writer); }}",
        ValueKind.Object => $"{value}.Write(writer);",
        ValueKind.List => $"writer.WriteStartArray(); foreach (var i{depth} in {value}) {{ {Element!.Write("i" + depth, depth + 1)} }} writer.WriteEndArray();",
        _ => $"writer.WriteStartObject(); foreach (var (k{depth}, v{depth}) in {value}) {{ writer.WritePropertyName(k{depth}); {Element!.Write("v" + depth, depth + 1)} }} writer.WriteEndObject();",
    };

    /// <summary>Expression of a <c>ReadValue</c> delegate for an item.</summary>
    private string Delegate => Kind == ValueKind.Object
        ? CSharp + ".Read"
        : $"static (ref ApiReader reader) => {Read("true")}{(Kind is ValueKind.List or ValueKind.Map ? "!" : "")}";
}

internal static class Code
{
    public static string Bool(bool value) => value ? "true" : "false";

    public static string Literal(string text) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);

    public static string LiteralOrNull(string? text) => text is null ? "null" : Literal(text);
}
