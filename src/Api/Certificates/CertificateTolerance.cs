namespace ActorKube.Api.Certificates;

/// <summary>Rules that an update need not follow since the stored request already breaks them.</summary>
internal sealed record CertificateTolerance
{
    public static readonly CertificateTolerance None = new();

    public bool BothApprovedAndDenied { get; init; }

    public bool LegacySigner { get; init; }

    public bool DuplicateConditions { get; init; }

    public bool EmptyConditionType { get; init; }

    public bool ArbitraryCertificate { get; init; }

    public bool UnknownUsages { get; init; }

    public bool DuplicateUsages { get; init; }

    public static CertificateTolerance Of(CertificateSigningRequest next, CertificateSigningRequest previous)
    {
        var types = (previous.Status.Conditions ?? []).Select(c => c.Type).ToList();
        var usages = previous.Spec.Usages ?? [];
        return new()
        {
            BothApprovedAndDenied = types.Contains(CertificateConditions.Approved) && types.Contains(CertificateConditions.Denied),
            LegacySigner = previous.Spec.SignerName == CertificateSigningRequestValidation.LegacySigner,
            DuplicateConditions = types.Distinct().Count() < types.Count,
            EmptyConditionType = types.Contains(""),
            ArbitraryCertificate = CertificateSigningRequestValidation.SameCertificate(next, previous)
                || CertificateContent.WhyInvalid(previous.Status.Certificate ?? default) is not null,
            UnknownUsages = usages.Any(u => !KeyUsages.All.Contains(u)),
            DuplicateUsages = usages.Distinct().Count() < usages.Count,
        };
    }
}
