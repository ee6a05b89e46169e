using System.Text;

namespace ActorKube.Api.Generator;

internal static class ProtoWriteEmitter
{
    public static void Emit(StringBuilder code, RecordShape record)
    {
        var fields = record.Fields.Items.Where(f => f.Number > 0).ToList();
        code.AppendLine("    public void WriteProto(ProtoWriter writer)");
        code.AppendLine("    {");
        EmitFields(code, fields, depth: 0);
        code.AppendLine("    }");
        code.AppendLine();
    }

    private static void EmitFields(StringBuilder code, List<FieldShape> fields, int depth)
    {
        foreach (var field in fields.Where(f => f.Path.Count == depth))
        {
            code.AppendLine("        " + Write(field));
        }

        foreach (var group in fields.Where(f => f.Path.Count > depth).GroupBy(f => f.Path[depth]))
        {
            var start = "m" + string.Concat(group.First().Path.Take(depth + 1).Select(p => "_" + p));
            code.AppendLine($"        var {start} = writer.Begin({group.Key});");
            EmitFields(code, group.ToList(), depth + 1);
            code.AppendLine($"        writer.End({start});");
        }
    }

    private static string Write(FieldShape f)
    {
        var write = f.Type.Kind switch
        {
            ValueKind.List => $"foreach (var item in {f.Property}) {{ {f.Type.Element!.WriteProto(f.Number, "item")} }}",
            ValueKind.Map =>
                $"foreach (var (key, value) in {f.Property}) {{ var entry = writer.Begin({f.Number}); writer.String(1, key); {f.Type.Element!.WriteProto(2, "value")} writer.End(entry); }}",
            _ => f.Type.WriteProto(f.Number, f.Value),
        };
        return f switch
        {
            { Nullable: true } => $"if ({f.Property} is not null) {{ {write} }}",
            { Type.Kind: ValueKind.String } => $"if ({f.Property}.Length > 0) {{ {write} }}",
            { Type.Kind: ValueKind.Int32 or ValueKind.Int64 or ValueKind.Double } => $"if ({f.Property} != 0) {{ {write} }}",
            { Type.Kind: ValueKind.Boolean } => $"if ({f.Property}) {{ {write} }}",
            _ => write,
        };
    }
}
