using ActorKube.Api.Schema;

namespace ActorKube.Api.Rbac;

/// <summary>User, group or ServiceAccount that gets the rights of a role.</summary>
[ApiType("io.k8s.api.rbac.v1.Subject", Atomic = true)]
public sealed partial record Subject
{
    /// <summary><c>User</c>, <c>Group</c> or <c>ServiceAccount</c>; users and groups aren't objects of the API.</summary>
    [Field(1, Required = true)]
    public string Kind { get; init; } = "";

    /// <summary>Empty for <c>ServiceAccount</c>, <c>rbac.authorization.k8s.io</c> for the others; filled in by default.</summary>
    [Field(2)]
    public string? ApiGroup { get; init; }

    /// <summary>Name of the user, group or ServiceAccount; case matters.</summary>
    [Field(3, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>Namespace of a ServiceAccount; must be empty for the others.</summary>
    [Field(4)]
    public string? Namespace { get; init; }
}
