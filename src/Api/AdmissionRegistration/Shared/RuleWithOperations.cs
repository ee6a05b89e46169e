using ActorKube.Api.Schema;

namespace ActorKube.Api.AdmissionRegistration;

[ApiType("io.k8s.api.admissionregistration.v1.RuleWithOperations")]
public sealed partial record RuleWithOperations
{
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<string>? Operations { get; init; }

    [Field(1, In = 2, List = ListType.Atomic)]
    public IReadOnlyList<string>? ApiGroups { get; init; }

    [Field(2, In = 2, List = ListType.Atomic)]
    public IReadOnlyList<string>? ApiVersions { get; init; }

    [Field(3, In = 2, List = ListType.Atomic)]
    public IReadOnlyList<string>? Resources { get; init; }

    [Field(4, In = 2, KeepEmpty = true)]
    public string? Scope { get; init; }
}
