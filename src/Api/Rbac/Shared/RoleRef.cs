using ActorKube.Api.Schema;

namespace ActorKube.Api.Rbac;

[ApiType("io.k8s.api.rbac.v1.RoleRef", Atomic = true)]
public sealed partial record RoleRef
{
    [Field(1, Required = true)]
    public string ApiGroup { get; init; } = "";

    [Field(2, Required = true)]
    public string Kind { get; init; } = "";

    [Field(3, Required = true)]
    public string Name { get; init; } = "";
}
