using System.Text;

namespace ActorKube.Api.Generator;

internal static class WriteEmitter
{
    public static void Emit(StringBuilder code, RecordShape record)
    {
        code.AppendLine("    public void Write(Utf8JsonWriter writer)");
        code.AppendLine("    {");
        code.AppendLine("        writer.WriteStartObject();");
        foreach (var f in record.Fields.Items)
        {
            var name = $"writer.WritePropertyName({Code.Literal(f.Json)}u8);";
            var write = f.Type.Write(f.Value, 0);
            code.AppendLine(Present(f) switch
            {
                null => $"        {name} {write}",
                var test when f.Always => $"        {name} if ({test}) {{ {write} }} else {{ writer.WriteNullValue(); }}",
                var test => $"        if ({test}) {{ {name} {write} }}",
            });
        }

        code.AppendLine("        writer.WriteEndObject();");
        code.AppendLine("    }");
        code.AppendLine();
    }

    /// <summary>Condition under which the field has a value to write; null for always.</summary>
    private static string? Present(FieldShape f) => f switch
    {
        { Nullable: true, Type.Kind: ValueKind.String, KeepEmpty: false, WriteEmpty: false, Always: false } => $"!string.IsNullOrEmpty({f.Property})",
        { Nullable: true, Type.Kind: ValueKind.List or ValueKind.Map, KeepEmpty: false, Always: false } => $"{f.Property} is {{ Count: > 0 }}",
        { Nullable: true, Type.Kind: ValueKind.Bytes, KeepEmpty: false, Always: false } => $"{f.Property} is {{ Length: > 0 }}",
        { Nullable: true } => $"{f.Property} is not null",
        { Type.Kind: ValueKind.Int32 or ValueKind.Int64 or ValueKind.Double, Always: false } => $"{f.Property} != 0",
        { Type.Kind: ValueKind.Boolean, Always: false } => f.Property,
        _ => null,
    };
}
