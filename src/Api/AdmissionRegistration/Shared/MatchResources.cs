using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>Requests to which a policy applies; all parts must match.</summary>
[ApiType("io.k8s.api.admissionregistration.v1.MatchResources", Atomic = true)]
public sealed partial record MatchResources
{
    /// <summary>Labels of the namespace of the object; default all. A cluster-wide object other than a Namespace always matches.</summary>
    [Field(1)]
    public LabelSelector? NamespaceSelector { get; init; }

    /// <summary>Labels of the new or the old object; default all. Users can set labels, so don't guard anything with it.</summary>
    [Field(2)]
    public LabelSelector? ObjectSelector { get; init; }

    /// <summary>Operations and resources meant; one match is enough.</summary>
    [Field(3, List = ListType.Atomic)]
    public IReadOnlyList<NamedRuleWithOperations>? ResourceRules { get; init; }

    /// <summary>Operations and resources left out; they win over <c>resourceRules</c>.</summary>
    [Field(4, List = ListType.Atomic)]
    public IReadOnlyList<NamedRuleWithOperations>? ExcludeResourceRules { get; init; }

    /// <summary>
    /// <c>Equivalent</c> (default) also catches requests through another version or group of the resource, <c>Exact</c> only those that rules name.
    /// </summary>
    [Field(7, KeepEmpty = true, Enum = ["Equivalent", "Exact"])]
    public string? MatchPolicy { get; init; }
}
