using ActorKube.Api.Schema;

namespace ActorKube.Api.Serialization;

/// <summary>A record of the object model; the source generator implements it for every record marked <see cref="ApiTypeAttribute"/>.</summary>
public interface IApiType<TSelf> : IWritable
    where TSelf : IApiType<TSelf>
{
    /// <summary>Schema of the record.</summary>
    static abstract TypeModel Model { get; }

    /// <summary>Reads the object at which the reader stands.</summary>
    /// <exception cref="ApiDecodeException">A value has the wrong type.</exception>
    static abstract TSelf Read(ref ApiReader reader);

    /// <summary>Reads the message that the reader is at the start of. Unknown fields are passed over.</summary>
    /// <exception cref="ApiDecodeException">The message is malformed.</exception>
    static abstract TSelf ReadProto(ref ProtoReader reader);
}
