using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.AdmissionRegistration;

[ApiType("io.k8s.api.admissionregistration.v1.MatchResources", Atomic = true)]
public sealed partial record MatchResources
{
    [Field(1)]
    public LabelSelector? NamespaceSelector { get; init; }

    [Field(2)]
    public LabelSelector? ObjectSelector { get; init; }

    [Field(3, List = ListType.Atomic)]
    public IReadOnlyList<NamedRuleWithOperations>? ResourceRules { get; init; }

    [Field(4, List = ListType.Atomic)]
    public IReadOnlyList<NamedRuleWithOperations>? ExcludeResourceRules { get; init; }

    [Field(7, KeepEmpty = true)]
    public string? MatchPolicy { get; init; }
}
