using System.Text;

namespace ActorKube.Api.Generator;

internal static class ReadEmitter
{
    public static void Emit(StringBuilder code, RecordShape record)
    {
        var fields = record.Fields.Items;
        code.AppendLine($"    public static {record.Name} Read(ref ApiReader reader)");
        code.AppendLine("    {");
        code.AppendLine($"        if (!reader.BeginObject({Code.Literal(record.Name)})) {{ return new(); }}");
        code.AppendLine("        ulong seen = 0;");
        for (var i = 0; i < fields.Length; i++)
        {
            code.AppendLine($"        {Declared(fields[i])} f{i} = {Initial(fields[i])};");
        }

        code.AppendLine("        while (reader.NextField(out var name))");
        code.AppendLine("        {");
        code.AppendLine("            switch (IndexOf(name))");
        code.AppendLine("            {");
        for (var i = 0; i < fields.Length; i++)
        {
            code.AppendLine($"                case {i}: if (reader.At({Code.Literal(fields[i].Json)}, {1UL << i}UL, ref seen)) {{ f{i} = {Read(fields[i])}; }} break;");
        }

        code.AppendLine("                default: reader.SkipUnknown(name); break;");
        code.AppendLine("            }");
        code.AppendLine("        }");
        code.AppendLine();
        code.AppendLine("        return new()");
        code.AppendLine("        {");
        for (var i = 0; i < fields.Length; i++)
        {
            code.AppendLine($"            {fields[i].Property} = f{i},");
        }

        code.AppendLine("        };");
        code.AppendLine("    }");
        code.AppendLine();
        EmitIndexOf(code, fields);
    }

    private static void EmitIndexOf(StringBuilder code, System.Collections.Immutable.ImmutableArray<FieldShape> fields)
    {
        code.AppendLine("    private static int IndexOf(global::System.ReadOnlySpan<byte> name) => name.Length switch");
        code.AppendLine("    {");
        foreach (var group in fields.Select((f, i) => (Field: f, Index: i)).GroupBy(f => f.Field.Json.Length).OrderBy(g => g.Key))
        {
            code.Append($"        {group.Key} => ");
            foreach (var (field, index) in group)
            {
                code.Append($"global::System.MemoryExtensions.SequenceEqual(name, {Code.Literal(field.Json)}u8) ? {index} : ");
            }

            code.AppendLine("-1,");
        }

        code.AppendLine("        _ => -1,");
        code.AppendLine("    };");
        code.AppendLine();
    }

    private static string Declared(FieldShape f) => f.Type.CSharp + (f.Nullable ? "?" : "");

    private static string Initial(FieldShape f) => f switch
    {
        { Nullable: true } => "null",
        { Type.Kind: ValueKind.String } => "\"\"",
        { Type.Kind: ValueKind.Object } => "new()",
        _ => "default",
    };

    private static string Read(FieldShape f) =>
        f is { Type.Kind: ValueKind.String, Nullable: true, KeepEmpty: false } ? "reader.ReadStringOrNull()" : f.Type.Read(f.KeepEmpty ? "true" : f.Always ? "reader.KeepsEmptyLists" : "false");
}
