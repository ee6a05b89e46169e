using ActorKube.Api.Schema;

namespace ActorKube.Api.Rbac;

/// <summary>Rights to do certain things with certain resources or paths. There are no rules that forbid.</summary>
[ApiType("io.k8s.api.rbac.v1.PolicyRule")]
public sealed partial record PolicyRule
{
    /// <summary>
    /// Verbs, such as <c>get</c>, <c>list</c>, <c>watch</c>, <c>create</c>, <c>update</c>, <c>patch</c> and <c>delete</c>; <c>*</c> means all.
    /// </summary>
    [Field(1, Required = true, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<string>? Verbs { get; init; }

    /// <summary>API groups, <c>""</c> for the core group; <c>*</c> means all.</summary>
    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<string>? ApiGroups { get; init; }

    /// <summary>Resources and subresources, such as <c>pods</c> and <c>pods/log</c>; <c>*</c> means all.</summary>
    [Field(3, List = ListType.Atomic)]
    public IReadOnlyList<string>? Resources { get; init; }

    /// <summary>Names of the objects; all when empty. Can't restrict <c>create</c> or <c>deletecollection</c>, where no name is known.</summary>
    [Field(4, List = ListType.Atomic)]
    public IReadOnlyList<string>? ResourceNames { get; init; }

    /// <summary>
    /// Paths such as <c>/healthz/*</c>, <c>*</c> only as the last step. Only in ClusterRoles bound for the cluster; excludes resources.
    /// </summary>
    [Field(5, List = ListType.Atomic)]
    public IReadOnlyList<string>? NonResourceURLs { get; init; }
}
