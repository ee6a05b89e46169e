using ActorKube.Api.Certificates;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;

namespace ActorKube.Server.Admission;

/// <summary>A certificate signing request says who made it, and its conditions say when they were set.</summary>
public sealed class CertificateRequester : IAdmission
{
    public IApiObject Complete(AdmissionRequest request, IApiObject value) => (request.Operation, value) switch
    {
        (AdmissionOperation.Create, CertificateSigningRequest csr) =>
            CertificateSubresources.WithRequester(csr, request.User.Username, request.User.Uid, request.User.Groups, request.User.Extra),
        (AdmissionOperation.Update, CertificateSigningRequest csr) when request.Subresource.Length > 0 =>
            CertificateSubresources.Stamp(csr, (CertificateSigningRequest)request.Previous!, request.Now),
        _ => value,
    };
}
