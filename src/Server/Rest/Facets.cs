using System.Collections.Concurrent;
using ActorKube.Api.Kinds;
using ActorKube.Engine.Commands;
using ActorKube.Server.Rest.Subresources;

namespace ActorKube.Server.Rest;

/// <summary>The facets of each kind that GET, PUT and PATCH work on. Thread-safe.</summary>
public sealed class Facets
{
    private readonly ConcurrentDictionary<(Kind Kind, string Subresource), Facet?> _facets = new();

    /// <summary>Null for a subresource that is no facet: one that only takes POSTs, or streams.</summary>
    public Facet? Find(Kind kind, string subresource) => _facets.GetOrAdd((kind, subresource), static k => Make(k.Kind, k.Subresource));

    private static Facet? Make(Kind kind, string subresource) => (kind.Plural, subresource) switch
    {
        (_, "") => new Facet(kind, UpdateScope.Main),
        (_, "status") when kind.HasStatus => new Facet(kind, UpdateScope.Status),
        (_, "scale") when kind.Scale is not null => ScaleFacet.Of(kind),
        ("pods", "ephemeralcontainers") => PodFacets.EphemeralContainers(kind),
        ("namespaces", "finalize") => NamespaceFacets.Finalize(kind),
        ("certificatesigningrequests", "approval") => CertificateFacets.Approval(kind),
        _ => null,
    };
}
