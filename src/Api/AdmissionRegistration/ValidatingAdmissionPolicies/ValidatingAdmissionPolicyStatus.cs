using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>What the server found out about a policy's expressions.</summary>
[ApiType("io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicyStatus")]
public sealed partial record ValidatingAdmissionPolicyStatus
{
    /// <summary>The <c>metadata.generation</c> that was last checked; below the present one, the status is out of date.</summary>
    [Field(1)]
    public long ObservedGeneration { get; init; }

    /// <summary>Warnings about expressions; absent until they have been checked.</summary>
    [Field(2)]
    public TypeChecking? TypeChecking { get; init; }

    /// <summary>State of the policy's checking, one entry per type.</summary>
    [Field(3, List = ListType.Map, Keys = ["type"])]
    public IReadOnlyList<Condition>? Conditions { get; init; }
}
