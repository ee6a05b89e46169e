using ActorKube.Api.Kinds;
using ActorKube.Engine.Commands;

namespace ActorKube.Server.Rest.Subresources;

/// <summary>Facets of a pod.</summary>
internal static class PodFacets
{
    public static Facet EphemeralContainers(Kind kind) => new(kind, UpdateScope.Custom);
}
