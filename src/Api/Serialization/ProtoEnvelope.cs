namespace ActorKube.Api.Serialization;

/// <summary>
/// What Kubernetes wraps protobuf in: four magic bytes, then a message that names the type (1: apiVersion and kind) and holds the
/// object's own message (2).
/// </summary>
/// <seealso href="https://kubernetes.io/docs/reference/using-api/api-concepts/#protobuf-encoding"/>
public static class ProtoEnvelope
{
    private static ReadOnlySpan<byte> Magic => "k8s\0"u8;

    public static ReadOnlyMemory<byte> Write(string apiVersion, string kind, Action<ProtoWriter> content)
    {
        var writer = new ProtoWriter();
        var type = writer.Begin(1);
        writer.String(1, apiVersion);
        writer.String(2, kind);
        writer.End(type);
        var raw = writer.Begin(2);
        content(writer);
        writer.End(raw);
        var envelope = new byte[Magic.Length + writer.Written.Length];
        Magic.CopyTo(envelope);
        writer.Written.Span.CopyTo(envelope.AsSpan(Magic.Length));
        return envelope;
    }

    /// <exception cref="ApiDecodeException">The bytes are no envelope.</exception>
    public static (string ApiVersion, string Kind, ReadOnlyMemory<byte> Raw) Read(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith(Magic))
        {
            throw new ApiDecodeException("provided data does not appear to be a protobuf message, expected prefix [107 56 115 0]");
        }

        var reader = new ProtoReader(bytes[Magic.Length..]);
        var (apiVersion, kind) = ("", "");
        var raw = ReadOnlyMemory<byte>.Empty;
        while (reader.NextField(out var field))
        {
            switch (field)
            {
                case 1:
                    (apiVersion, kind) = ReadType(reader.ReadEmbedded());
                    break;
                case 2:
                    raw = reader.ReadBytes();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return (apiVersion, kind, raw);
    }

    private static (string ApiVersion, string Kind) ReadType(ProtoReader reader)
    {
        var (apiVersion, kind) = ("", "");
        while (reader.NextField(out var field))
        {
            switch (field)
            {
                case 1:
                    apiVersion = reader.ReadString();
                    break;
                case 2:
                    kind = reader.ReadString();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return (apiVersion, kind);
    }
}
