using ActorKube.Api.Schema;

namespace ActorKube.Api.FlowControl;

/// <summary>User, by name, that makes requests.</summary>
[ApiType("io.k8s.api.flowcontrol.v1.UserSubject")]
public sealed partial record UserSubject
{
    /// <summary>Name of the user, or <c>*</c> for every user.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";
}
