using ActorKube.Api.Core;
using ActorKube.Api.Kinds;
using ActorKube.Engine.Commands;

namespace ActorKube.Server.Rest.Subresources;

/// <summary>Facets of a pod.</summary>
internal static class PodFacets
{
    /// <summary><c>/ephemeralcontainers</c>: containers for debugging, added to a pod that runs.</summary>
    public static Facet EphemeralContainers(Kind kind) => new(kind, UpdateScope.Custom)
    {
        Merge = static (current, shown) => PodEphemeralContainers.Prepare((Pod)shown, (Pod)current),
        Validate = static (next, previous, errors) => PodEphemeralContainers.Validate((Pod)next, (Pod)previous, errors),
    };
}
