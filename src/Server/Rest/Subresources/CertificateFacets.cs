using ActorKube.Api.Kinds;
using ActorKube.Engine.Commands;

namespace ActorKube.Server.Rest.Subresources;

/// <summary>Facets of a certificate signing request.</summary>
internal static class CertificateFacets
{
    public static Facet Approval(Kind kind) => new(kind, UpdateScope.Custom);
}
