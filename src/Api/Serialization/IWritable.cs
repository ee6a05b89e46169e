using System.Text.Json;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Serialization;

/// <summary>A value of the API that can be written as JSON and as protobuf.</summary>
public interface IWritable
{
    /// <summary>Writes the record as Kubernetes does: which fields are left out follows <see cref="FieldAttribute"/>.</summary>
    void Write(Utf8JsonWriter writer);

    /// <summary>Writes the fields of the record's message. The type of a top-level object is not among them.</summary>
    void WriteProto(ProtoWriter writer);
}
