using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;
using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Commands;

/// <summary>Typed reading of stored objects. The record is shared by all who read this version of the object.</summary>
public static class ObjectParsing
{
    public static IApiObject Read(this StoredObject stored, Kind kind) => stored.As<IApiObject>(json => kind.Read(json.Span));

    public static T Read<T>(this StoredObject stored)
        where T : class, IApiObject, IApiType<T> => stored.As(static json => ApiWriter.FromUtf8<T>(json.Span));
}
