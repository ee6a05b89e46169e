using ActorKube.Api.Kinds;

namespace ActorKube.Api.Certificates;

internal static class CertificateSigningRequestColumns
{
    public static readonly IReadOnlyList<Column<CertificateSigningRequest>> All =
    [
        Column<CertificateSigningRequest>.NameColumn,
        Column<CertificateSigningRequest>.AgeColumn,
        new("SignerName", "Who is asked to sign.", static r => r.Spec.SignerName.Length == 0 ? "<none>" : r.Spec.SignerName),
        new("Requestor", "User who asks.", static r => r.Spec.Username ?? ""),
        new("RequestedDuration", "How long the certificate is wanted for.",
            static r => r.Spec.ExpirationSeconds is { } seconds ? Ages.Short(TimeSpan.FromSeconds(seconds)) : "<none>"),
        new("Condition", "What became of the request.", static r => Condition(r.Status)),
    ];

    private static string Condition(CertificateSigningRequestStatus status)
    {
        var decision = Has(status, CertificateConditions.Denied) ? "Denied" : Has(status, CertificateConditions.Approved) ? "Approved" : "Pending";
        return decision + (Has(status, CertificateConditions.Failed) ? ",Failed" : "") + (status.Certificate is { Length: > 0 } ? ",Issued" : "");
    }

    private static bool Has(CertificateSigningRequestStatus status, string type) => status.Conditions?.Any(c => c.Type == type) == true;
}
