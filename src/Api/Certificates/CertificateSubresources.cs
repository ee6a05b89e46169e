namespace ActorKube.Api.Certificates;

/// <summary>What the server does around the writes of a certificate signing request.</summary>
public static class CertificateSubresources
{
    /// <summary>The request as that of a user.</summary>
    public static CertificateSigningRequest WithRequester(
        CertificateSigningRequest request,
        string? username,
        string? uid,
        IReadOnlyList<string>? groups,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? extra) =>
        request with { Spec = request.Spec with { Username = username, Uid = uid, Groups = groups, Extra = extra } };

    /// <summary>A write of <c>/status</c>: the decision stays as it was, if it is still there.</summary>
    public static CertificateSigningRequest PrepareStatus(CertificateSigningRequest next, CertificateSigningRequest previous)
    {
        var conditions = Preserve(next.Status.Conditions ?? [], previous.Status.Conditions ?? [], CertificateConditions.Approved);
        conditions = Preserve(conditions, previous.Status.Conditions ?? [], CertificateConditions.Denied);
        return next with { Spec = previous.Spec, Status = next.Status with { Conditions = conditions.Count == 0 ? null : conditions } };
    }

    /// <summary>A write of <c>/approval</c>: only the conditions are taken.</summary>
    public static CertificateSigningRequest PrepareApproval(CertificateSigningRequest next, CertificateSigningRequest previous) =>
        next with { Spec = previous.Spec, Status = previous.Status with { Conditions = next.Status.Conditions } };

    /// <summary>
    /// Fills in the times that the client left open in conditions: a condition was updated now; it changed when the previous one with the
    /// same status did, else now.
    /// </summary>
    public static CertificateSigningRequest Stamp(CertificateSigningRequest next, CertificateSigningRequest previous, DateTimeOffset now) => next with
    {
        Status = next.Status with
        {
            Conditions = next.Status.Conditions?.Select(c => c with
            {
                LastUpdateTime = c.LastUpdateTime ?? now,
                LastTransitionTime = c.LastTransitionTime ?? TransitionOf(c, previous) ?? now,
            }).ToArray(),
        },
    };

    private static DateTimeOffset? TransitionOf(CertificateSigningRequestCondition condition, CertificateSigningRequest previous) =>
        previous.Status.Conditions?.FirstOrDefault(c => c.Type == condition.Type && c.Status == condition.Status && c.LastTransitionTime is not null)?.LastTransitionTime;

    /// <summary>The conditions with those of a type replaced by the previous ones, one by one, if there are as many as before.</summary>
    private static IReadOnlyList<CertificateSigningRequestCondition> Preserve(
        IReadOnlyList<CertificateSigningRequestCondition> next, IReadOnlyList<CertificateSigningRequestCondition> previous, string type)
    {
        var kept = new Queue<CertificateSigningRequestCondition>(previous.Where(c => c.Type == type));
        return kept.Count == next.Count(c => c.Type == type) ? [.. next.Select(c => c.Type == type ? kept.Dequeue() : c)] : next;
    }
}
