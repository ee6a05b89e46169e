using ActorKube.Api.Schema;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>Result of checking a policy's expressions against the schemas they apply to.</summary>
[ApiType("io.k8s.api.admissionregistration.v1.TypeChecking")]
public sealed partial record TypeChecking
{
    /// <summary>Problems found, one entry per expression; they don't keep the policy from working.</summary>
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<ExpressionWarning>? ExpressionWarnings { get; init; }
}
