using ActorKube.Api.Kinds;

namespace ActorKube.Api.Certificates;

internal static class CertificateSigningRequestKind
{
    public static readonly Kind<CertificateSigningRequest> Kind = new()
    {
        Group = "certificates.k8s.io",
        Version = "v1",
        Name = "CertificateSigningRequest",
        Plural = "certificatesigningrequests",
        ShortNames = ["csr"],
        Namespaced = false,
        HasStatus = true,
        ResetFields = ["spec"],
        NameRule = NameRules.PathSegment,
        // Who asks is not the client's to say: the server adds it after this.
        OnCreate = static request => CertificateSubresources.WithRequester(request, null, null, null, null) with { Status = new() },
        OnUpdate = static (next, previous) => next with { Spec = previous.Spec, Status = previous.Status },
        OnStatusUpdate = CertificateSubresources.PrepareStatus,
        OnValidate = static (request, errors) => CertificateSigningRequestValidation.Validate(request, CertificateTolerance.None, errors),
        OnValidateUpdate = static (next, previous, errors) =>
            CertificateSigningRequestValidation.ValidateUpdate(next, previous, CertificateWrite.Main, errors),
        OnValidateStatusUpdate = static (next, previous, errors) =>
            CertificateSigningRequestValidation.ValidateUpdate(next, previous, CertificateWrite.Status, errors),
        FieldSelectors = new Dictionary<string, Func<CertificateSigningRequest, string>> { ["spec.signerName"] = static r => r.Spec.SignerName },
        TableColumns = CertificateSigningRequestColumns.All,
    };
}
