using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Rbac;

[ApiType("io.k8s.api.rbac.v1.ClusterRoleBinding")]
public sealed partial record ClusterRoleBinding : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<Subject>? Subjects { get; init; }

    [Field(3, Required = true)]
    public RoleRef RoleRef { get; init; } = new();
}
