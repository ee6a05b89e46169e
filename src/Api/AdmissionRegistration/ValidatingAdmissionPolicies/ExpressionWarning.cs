using ActorKube.Api.Schema;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>Problem that type checking found in a policy's expression.</summary>
[ApiType("io.k8s.api.admissionregistration.v1.ExpressionWarning")]
public sealed partial record ExpressionWarning
{
    /// <summary>Path of the expression in the policy, such as <c>spec.validations[0].expression</c>.</summary>
    [Field(2, Required = true)]
    public string FieldRef { get; init; } = "";

    /// <summary>The problem in words, for each type it was checked against.</summary>
    [Field(3, Required = true)]
    public string Warning { get; init; } = "";
}
