using ActorKube.Api.Certificates;
using ActorKube.Api.Kinds;
using ActorKube.Engine.Commands;

namespace ActorKube.Server.Rest.Subresources;

/// <summary>Facets of a certificate signing request.</summary>
internal static class CertificateFacets
{
    /// <summary><c>/approval</c>: the decision about the request.</summary>
    public static Facet Approval(Kind kind) => new(kind, UpdateScope.Custom)
    {
        Merge = static (current, shown) => CertificateSubresources.PrepareApproval((CertificateSigningRequest)shown, (CertificateSigningRequest)current),
        Validate = static (next, previous, errors) => CertificateSigningRequestValidation.ValidateUpdate((CertificateSigningRequest)next, (CertificateSigningRequest)previous, CertificateWrite.Approval, errors),
    };
}
