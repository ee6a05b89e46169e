using ActorKube.Api.Core;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Events;

/// <summary>References to objects, as Events carry them.</summary>
public static class ObjectReferences
{
    public static ObjectReference To(Kind kind, IApiObject value) => new()
    {
        ApiVersion = kind.ApiVersion,
        Kind = kind.Name,
        Namespace = value.Metadata.Namespace,
        Name = value.Metadata.Name,
        Uid = value.Metadata.Uid,
        ResourceVersion = value.Metadata.ResourceVersion,
    };

    public static ObjectReference To(Kind kind, StoredObject stored) => To(kind, stored.Read(kind));
}
