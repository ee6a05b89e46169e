using ActorKube.Api.Errors;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Certificates;

internal static class CertificateStatusValidation
{
    private static readonly string[] FinalTypes = [CertificateConditions.Approved, CertificateConditions.Denied, CertificateConditions.Failed];
    private static readonly string[] Decisions = [CertificateConditions.Approved, CertificateConditions.Denied];

    private static readonly FieldPath Conditions = FieldPath.Of("status").Child("conditions");
    private static readonly FieldPath Certificate = FieldPath.Of("status").Child("certificate");

    public static void Validate(CertificateSigningRequestStatus status, CertificateTolerance tolerance, FieldErrors errors)
    {
        List<string> seen = [];
        foreach (var (i, condition) in (status.Conditions ?? []).Index())
        {
            Validate(condition, seen, tolerance, Conditions.Index(i), errors);
            seen.Add(condition.Type);
        }

        if (!tolerance.ArbitraryCertificate && CertificateContent.WhyInvalid(status.Certificate ?? default) is { } reason)
        {
            errors.Invalid(Certificate, "<certificate data>", reason);
        }
    }

    /// <summary>Final conditions stay; the decision is made through approval only; the certificate is set once, through status only.</summary>
    public static void ValidateChange(CertificateSigningRequest next, CertificateSigningRequest previous, CertificateWrite write, FieldErrors errors)
    {
        foreach (var type in FinalTypes.Where(t => OfType(next, t).Count < OfType(previous, t).Count))
        {
            errors.Forbidden(Conditions, $"updates may not remove a condition of type \"{type}\"");
        }

        foreach (var type in write == CertificateWrite.Approval ? [] : Decisions)
        {
            var (now, before) = (OfType(next, type), OfType(previous, type));
            if (now.Count > before.Count)
            {
                errors.Forbidden(Conditions, $"updates may not add a condition of type \"{type}\"");
            }
            else if (now.Count == before.Count && now.Zip(before).Any(pair => !ApiEquality.Same(pair.First, pair.Second)))
            {
                errors.Forbidden(Conditions, $"updates may not modify a condition of type \"{type}\"");
            }
        }

        if (CertificateSigningRequestValidation.SameCertificate(next, previous))
        {
            return;
        }

        if (write != CertificateWrite.Status)
        {
            errors.Forbidden(Certificate, "updates may not set certificate content");
        }
        else if (previous.Status.Certificate is { Length: > 0 })
        {
            errors.Forbidden(Certificate, "updates may not modify existing certificate content");
        }
    }

    private static void Validate(
        CertificateSigningRequestCondition condition, List<string> before, CertificateTolerance tolerance, FieldPath path, FieldErrors errors)
    {
        if (condition.Type.Length == 0 && !tolerance.EmptyConditionType)
        {
            errors.Required(path.Child("type"));
        }

        string[] supported = FinalTypes.Contains(condition.Type) ? ["True"] : ["False", "True", "Unknown"];
        if (condition.Status.Length == 0)
        {
            errors.Required(path.Child("status"));
        }
        else if (!supported.Contains(condition.Status))
        {
            errors.NotSupported(path.Child("status"), condition.Status, supported);
        }

        if (!tolerance.BothApprovedAndDenied && Decisions.Contains(condition.Type) && before.Any(t => t != condition.Type && Decisions.Contains(t)))
        {
            errors.Invalid(path.Child("type"), condition.Type, "Approved and Denied conditions are mutually exclusive");
        }

        if (!tolerance.DuplicateConditions && before.Contains(condition.Type))
        {
            errors.Duplicate(path.Child("type"), condition.Type);
        }
    }

    private static List<CertificateSigningRequestCondition> OfType(CertificateSigningRequest request, string type) =>
        [.. (request.Status.Conditions ?? []).Where(c => c.Type == type)];
}
