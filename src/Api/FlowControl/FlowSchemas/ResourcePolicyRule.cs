using ActorKube.Api.Schema;

namespace ActorKube.Api.FlowControl;

/// <summary>Requests for resources: verb, group, resource and namespace must all match.</summary>
[ApiType("io.k8s.api.flowcontrol.v1.ResourcePolicyRule")]
public sealed partial record ResourcePolicyRule
{
    /// <summary>Verbs in lower case, such as <c>list</c>, or <c>*</c> alone for all.</summary>
    [Field(1, Required = true, Always = true, List = ListType.Set)]
    public IReadOnlyList<string>? Verbs { get; init; }

    /// <summary>API groups, <c>""</c> for the core group, or <c>*</c> alone for all.</summary>
    [Field(2, Required = true, Always = true, List = ListType.Set)]
    public IReadOnlyList<string>? ApiGroups { get; init; }

    /// <summary>Resources and subresources, such as <c>services</c> and <c>nodes/status</c>, or <c>*</c> alone for all.</summary>
    [Field(3, Required = true, Always = true, List = ListType.Set)]
    public IReadOnlyList<string>? Resources { get; init; }

    /// <summary>Whether requests without a namespace match. Default <c>false</c>; then <c>namespaces</c> must have an entry.</summary>
    [Field(4)]
    public bool ClusterScope { get; init; }

    /// <summary>
    /// Namespaces, or <c>*</c> for all of them. Empty matches only requests without one, for which <c>clusterScope</c> must be <c>true</c>.
    /// </summary>
    [Field(5, Always = true, List = ListType.Set)]
    public IReadOnlyList<string>? Namespaces { get; init; }
}
