using ActorKube.Api.Schema;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>Operations and resources that are sent to a hook. Each list must match.</summary>
[ApiType("io.k8s.api.admissionregistration.v1.RuleWithOperations")]
public sealed partial record RuleWithOperations
{
    /// <summary>Operations that match, at least one: <c>CREATE</c>, <c>UPDATE</c>, <c>DELETE</c> and <c>CONNECT</c>, or <c>*</c> alone.</summary>
    [Field(1, List = ListType.Atomic, Enum = ["*", "CONNECT", "CREATE", "DELETE", "UPDATE"])]
    public IReadOnlyList<string>? Operations { get; init; }

    /// <summary>API groups, <c>""</c> for the core group, or <c>*</c> alone for all of them.</summary>
    [Field(1, In = 2, List = ListType.Atomic)]
    public IReadOnlyList<string>? ApiGroups { get; init; }

    /// <summary>API versions, or <c>*</c> alone for all of them.</summary>
    [Field(2, In = 2, List = ListType.Atomic)]
    public IReadOnlyList<string>? ApiVersions { get; init; }

    /// <summary>
    /// Resources: <c>pods</c>, <c>pods/log</c>, <c>pods/*</c> (all subresources), <c>*/scale</c>, <c>*</c> (without subresources) or <c>*/*</c>.
    /// </summary>
    [Field(3, In = 2, List = ListType.Atomic)]
    public IReadOnlyList<string>? Resources { get; init; }

    /// <summary><c>Cluster</c>, <c>Namespaced</c>, or <c>*</c> (default) for both. Namespaces themselves are cluster-wide.</summary>
    [Field(4, In = 2, KeepEmpty = true)]
    public string? Scope { get; init; }
}
