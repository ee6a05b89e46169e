using ActorKube.Api.Schema;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>Entry that a policy adds to the audit event of a request.</summary>
[ApiType("io.k8s.api.admissionregistration.v1.AuditAnnotation")]
public sealed partial record AuditAnnotation
{
    /// <summary>End of the annotation's key, after the policy's name and <c>/</c>; unique in the policy.</summary>
    [Field(1, Required = true)]
    public string Key { get; init; } = "";

    /// <summary>CEL that gives a string, cut at 10 KiB, or <c>null</c> for no entry.</summary>
    [Field(2, Required = true)]
    public string ValueExpression { get; init; } = "";
}
