using ActorKube.Api.Core;
using ActorKube.Api.Meta;

namespace ActorKube.Actors.Shared;

/// <summary>References to objects as they are, by which others are told of them.</summary>
internal static class References
{
    public static ObjectReference To(IApiObject value) => new()
    {
        ApiVersion = value.ApiVersion,
        Kind = value.Kind,
        Namespace = value.Metadata.Namespace,
        Name = value.Metadata.Name,
        Uid = value.Metadata.Uid,
        ResourceVersion = value.Metadata.ResourceVersion,
    };
}
