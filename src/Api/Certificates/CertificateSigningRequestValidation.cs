using System.Globalization;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Certificates;

/// <summary>The rules of certificate signing requests. The specification never changes; who may change the status depends on what is written.</summary>
public static class CertificateSigningRequestValidation
{
    internal const string LegacySigner = "kubernetes.io/legacy-unknown";

    /// <summary>In seconds.</summary>
    private const int MinExpiration = 600;

    private static readonly FieldPath Spec = FieldPath.Of("spec");

    /// <summary>An update of a request, or of one of its subresources.</summary>
    public static void ValidateUpdate(CertificateSigningRequest next, CertificateSigningRequest previous, CertificateWrite write, FieldErrors errors)
    {
        Validate(next, CertificateTolerance.Of(next, previous), errors);
        CertificateStatusValidation.ValidateChange(next, previous, write, errors);
    }

    internal static void Validate(CertificateSigningRequest request, CertificateTolerance tolerance, FieldErrors errors)
    {
        var content = request.Spec.Request ?? default;
        if (CertificateRequestContent.WhyInvalid(content) is { } reason)
        {
            errors.Invalid(Spec.Child("request"), BytesText(content), reason);
        }

        ValidateUsages(request.Spec.Usages ?? [], tolerance, Spec.Child("usages"), errors);
        ValidateSigner(request.Spec.SignerName, tolerance, Spec.Child("signerName"), errors);
        if (request.Spec.ExpirationSeconds < MinExpiration)
        {
            errors.Invalid(Spec.Child("expirationSeconds"), request.Spec.ExpirationSeconds, "may not specify a duration less than 600 seconds (10 minutes)");
        }

        CertificateStatusValidation.Validate(request.Status, tolerance, errors);
    }

    internal static bool SameCertificate(CertificateSigningRequest a, CertificateSigningRequest b) =>
        (a.Status.Certificate ?? default).Span.SequenceEqual((b.Status.Certificate ?? default).Span);

    private static void ValidateUsages(IReadOnlyList<string> usages, CertificateTolerance tolerance, FieldPath path, FieldErrors errors)
    {
        if (usages.Count == 0)
        {
            errors.Required(path);
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var (i, usage) in usages.Index())
        {
            if (!tolerance.UnknownUsages && !KeyUsages.All.Contains(usage))
            {
                errors.NotSupported(path.Index(i), usage, KeyUsages.All);
            }

            if (!seen.Add(usage) && !tolerance.DuplicateUsages)
            {
                errors.Duplicate(path.Index(i), usage);
            }
        }
    }

    private static void ValidateSigner(string signer, CertificateTolerance tolerance, FieldPath path, FieldErrors errors)
    {
        if (signer == LegacySigner && !tolerance.LegacySigner)
        {
            errors.Invalid(path, signer, "the legacy signerName is not allowed via this API version");
        }
        else
        {
            SignerNames.Validate(signer, path, errors);
        }
    }

    private static GoText BytesText(ReadOnlyMemory<byte> bytes) =>
        new($"[]byte{{{string.Join(", ", bytes.ToArray().Select(b => string.Create(CultureInfo.InvariantCulture, $"0x{b:x}")))}}}");
}
