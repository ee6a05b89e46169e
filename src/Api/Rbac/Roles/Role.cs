using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Rbac;

/// <summary>Set of rights to objects of one namespace.</summary>
[ApiType("io.k8s.api.rbac.v1.Role")]
public sealed partial record Role : IApiObject
{
    /// <summary>The kind of this object, <c>Role</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>rbac.authorization.k8s.io/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>The rights; they add up, and nothing takes any away.</summary>
    [Field(2, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<PolicyRule>? Rules { get; init; }
}
