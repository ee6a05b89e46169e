using System.Formats.Asn1;
using System.Security.Cryptography;
using ActorKube.Api.Certificates;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Server.Authentication;

namespace ActorKube.Server.Admission;

/// <summary>Nobody gets a certificate of those who may do everything by asking for one.</summary>
public sealed class CertificateSubjectRestriction : IAdmission
{
    private const string Signer = "kubernetes.io/kube-apiserver-client";

    public void Validate(AdmissionRequest request, IApiObject value)
    {
        if (request is { Operation: AdmissionOperation.Create, Subresource.Length: 0 } && value is CertificateSigningRequest { Spec.SignerName: Signer } csr
            && Groups(request, csr).Contains(Users.Masters))
        {
            throw Refused(request, $"use of {Signer} signer with {Users.Masters} group is not allowed");
        }
    }

    private static IReadOnlyList<string> Groups(AdmissionRequest request, CertificateSigningRequest csr)
    {
        try
        {
            return CertificateSubjects.Groups(csr.Spec.Request ?? default);
        }
        catch (Exception e) when (e is CryptographicException or AsnContentException)
        {
            throw Refused(request, $"failed to parse CSR: {e.Message}");
        }
    }

    private static ApiException Refused(AdmissionRequest request, string why) => ApiErrors.Forbidden(request.Kind.Plural, request.Kind.Group, request.Key.Name, why);
}
