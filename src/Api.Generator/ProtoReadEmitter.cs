using System.Text;

namespace ActorKube.Api.Generator;

internal static class ProtoReadEmitter
{
    public static void Emit(StringBuilder code, RecordShape record)
    {
        var fields = record.Fields.Items;
        code.AppendLine($"    public static {record.Name} ReadProto(ref ProtoReader reader)");
        code.AppendLine("    {");
        for (var i = 0; i < fields.Length; i++)
        {
            code.AppendLine($"        {Declared(fields[i])} f{i} = {Initial(fields[i])};");
        }

        if (fields.Length == 0)
        {
            code.AppendLine("        while (reader.NextField(out _)) { reader.Skip(); }");
        }
        else
        {
            EmitLoop(code, fields.Select((f, i) => (f, i)).ToList(), depth: 0, indent: "        ");
        }

        code.AppendLine("        return new()");
        code.AppendLine("        {");
        for (var i = 0; i < fields.Length; i++)
        {
            code.AppendLine($"            {fields[i].Property} = f{i},");
        }

        code.AppendLine("        };");
        code.AppendLine("    }");
        code.AppendLine();
    }

    /// <summary>Reads the fields of one message; those below <paramref name="depth"/> embedded ones are found further down their paths.</summary>
    private static void EmitLoop(StringBuilder code, List<(FieldShape Field, int Index)> fields, int depth, string indent)
    {
        var number = "n" + string.Concat(fields[0].Field.Path.Take(depth).Select(p => "_" + p));
        code.AppendLine($"{indent}while (reader.NextField(out var {number}))");
        code.AppendLine($"{indent}{{");
        code.AppendLine($"{indent}    switch ({number})");
        code.AppendLine($"{indent}    {{");
        foreach (var (field, index) in fields.Where(f => f.Field.Path.Count == depth && f.Field.Number > 0))
        {
            code.AppendLine($"{indent}        case {field.Number}: {Read(field, index)} break;");
        }

        foreach (var group in fields.Where(f => f.Field.Path.Count > depth).GroupBy(f => f.Field.Path[depth]))
        {
            code.AppendLine($"{indent}        case {group.Key}:");
            code.AppendLine($"{indent}        {{");
            code.AppendLine($"{indent}            var outer{number} = reader;");
            code.AppendLine($"{indent}            reader = outer{number}.ReadEmbedded();");
            EmitLoop(code, group.ToList(), depth + 1, indent + "            ");
            code.AppendLine($"{indent}            reader = outer{number};");
            code.AppendLine($"{indent}            break;");
            code.AppendLine($"{indent}        }}");
        }

        code.AppendLine($"{indent}        default: reader.Skip(); break;");
        code.AppendLine($"{indent}    }}");
        code.AppendLine($"{indent}}}");
        code.AppendLine();
    }

    private static string Read(FieldShape f, int index) => f switch
    {
        { Type.Kind: ValueKind.List } => $"(f{index} ??= []).Add({f.Type.Element!.ReadProto});",
        { Type.Kind: ValueKind.Map } =>
            $"reader.ReadEntry<{f.Type.Element!.CSharp}>(ref f{index}, static (ref ProtoReader reader) => {f.Type.Element.ReadEntryProto}, {f.Type.Element.Zero});",
        { Type.Kind: ValueKind.String, Nullable: true, KeepEmpty: false } => $"f{index} = reader.ReadStringOrNull();",
        _ => $"f{index} = {f.Type.ReadProto};",
    };

    private static string Declared(FieldShape f) => f.Type.Kind switch
    {
        ValueKind.List => $"global::System.Collections.Generic.List<{f.Type.Element!.CSharp}>?",
        ValueKind.Map => $"global::System.Collections.Generic.Dictionary<string, {f.Type.Element!.CSharp}>?",
        _ => f.Type.CSharp + (f.Nullable ? "?" : ""),
    };

    private static string Initial(FieldShape f) => f switch
    {
        { Nullable: true } => "null",
        { Type.Kind: ValueKind.String } => "\"\"",
        { Type.Kind: ValueKind.Object } => "new()",
        _ => "default",
    };
}
