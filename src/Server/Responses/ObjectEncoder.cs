using System.Text.Json;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Server.Responses;

/// <summary>
/// Objects of one kind as JSON in the version that a client asked for. Where that is the stored one, the stored bytes are the answer.
/// Immutable and thread-safe.
/// </summary>
public sealed class ObjectEncoder
{
    private readonly Kind _kind;
    private readonly Kind _stored;
    private readonly byte[] _typePrefix;

    public ObjectEncoder(Kind kind)
    {
        _kind = kind;
        _stored = kind.StoredAs ?? kind;
        _typePrefix = System.Text.Encoding.UTF8.GetBytes($"{{\"kind\":\"{kind.Name}\",\"apiVersion\":\"{kind.ApiVersion}\",");
    }

    /// <summary>The whole object.</summary>
    public ReadOnlyMemory<byte> Full(StoredObject stored) => ReferenceEquals(_kind, _stored) ? stored.Json : Full(stored.Read(_stored));

    /// <summary>The whole object, given in its stored version.</summary>
    public ReadOnlyMemory<byte> Full(IApiObject value) => _kind.Write(_kind.FromStored(value).With(_kind.ApiVersion, _kind.Name));

    /// <summary>The whole object in protobuf, given in its stored version.</summary>
    public ReadOnlyMemory<byte> Protobuf(IApiObject value) =>
        ProtoEnvelope.Write(_kind.ApiVersion, _kind.Name, w => _kind.WriteProto(_kind.FromStored(value), w));

    /// <summary>A list in protobuf: its metadata, then the items.</summary>
    public ReadOnlyMemory<byte> Protobuf(IEnumerable<StoredObject> items, ListMeta metadata) => ProtoEnvelope.Write(_kind.ApiVersion, _kind.Name + "List", w =>
    {
        w.Message(1, metadata);
        foreach (var item in items)
        {
            var start = w.Begin(2);
            _kind.WriteProto(_kind.FromStored(item.Read(_stored)), w);
            w.End(start);
        }
    });

    /// <summary>The object as an item of a list: without its type, which the list tells.</summary>
    /// <returns>What follows an opening brace.</returns>
    public ReadOnlyMemory<byte> ItemTail(StoredObject stored)
    {
        var json = Full(stored);
        return json.Span.StartsWith(_typePrefix) ? json[_typePrefix.Length..] : json[1..];
    }

    /// <summary>PartialObjectMetadata in protobuf.</summary>
    public static ReadOnlyMemory<byte> ProtobufMetadata(ObjectMeta metadata, string version) =>
        ProtoEnvelope.Write("meta.k8s.io/" + version, "PartialObjectMetadata", w => w.Message(1, metadata));

    /// <summary>PartialObjectMetadataList in protobuf.</summary>
    public static ReadOnlyMemory<byte> ProtobufMetadata(IEnumerable<ObjectMeta> items, ListMeta metadata, string version) =>
        ProtoEnvelope.Write("meta.k8s.io/" + version, "PartialObjectMetadataList", w =>
        {
            w.Message(1, metadata);
            foreach (var item in items)
            {
                var start = w.Begin(2);
                w.Message(1, item);
                w.End(start);
            }
        });

    /// <summary>PartialObjectMetadata.</summary>
    public static void WriteMetadata(Utf8JsonWriter writer, ObjectMeta metadata, string version, bool typed = true)
    {
        writer.WriteStartObject();
        if (typed)
        {
            writer.WriteString("kind"u8, "PartialObjectMetadata"u8);
            writer.WriteString("apiVersion"u8, "meta.k8s.io/" + version);
        }

        writer.WritePropertyName("metadata"u8);
        metadata.Write(writer);
        writer.WriteEndObject();
    }
}
