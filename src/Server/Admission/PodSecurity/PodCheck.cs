namespace ActorKube.Server.Admission.PodSecurity;

/// <summary>What is wrong with a pod.</summary>
/// <param name="Detail">Where; "" when the reason says it all.</param>
public sealed record Violation(string Reason, string Detail);

/// <summary>One rule of the Pod Security Standards, <c>kubernetes.io/docs/concepts/security/pod-security-standards</c>.</summary>
/// <param name="Since">Minor version in which the rule, or this form of it, came.</param>
/// <param name="Find">Null for a pod that keeps the rule.</param>
internal sealed record PodCheck(string Id, SecurityLevel Level, int Since, Func<PodSubject, Violation?> Find)
{
    /// <summary>Rule of the lower level that this one takes the place of.</summary>
    public string? Replaces { get; init; }
}
