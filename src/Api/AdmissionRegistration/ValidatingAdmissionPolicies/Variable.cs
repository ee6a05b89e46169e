using ActorKube.Api.Schema;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>Expression with a name, for use in other expressions of the policy.</summary>
[ApiType("io.k8s.api.admissionregistration.v1.Variable", Atomic = true)]
public sealed partial record Variable
{
    /// <summary>Name, a CEL identifier, unique in the policy.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>CEL that gives the value; computed when first used.</summary>
    [Field(2, Required = true)]
    public string Expression { get; init; } = "";
}
